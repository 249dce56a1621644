#include "domain/scope_exclusions.h"

#include <algorithm>

#include "domain/scope_naming.h"
#include "domain/words.h"

namespace certreg {
namespace {

std::vector<std::size_t> places_in(const std::vector<std::string>& services, const std::string& service,
                                   const Naming& naming) {
  std::vector<std::size_t> places;
  const auto folded = fold_words(service);
  for (std::size_t at = 0; at < services.size(); ++at)
    if (!folded.empty() && fold_words(services[at]) == folded) places.push_back(at);
  if (!places.empty()) return places;
  const auto keys = keys_of(service, naming);
  for (std::size_t at = 0; at < services.size(); ++at)
    if (share_key(keys, keys_of(services[at], naming))) places.push_back(at);
  return places;
}

bool are_one(const std::vector<std::string>& services, const std::vector<std::size_t>& places) {
  const auto first = fold_words(services[places.front()]);
  return std::ranges::all_of(places, [&](auto at) { return fold_words(services[at]) == first; });
}

// "Support of Acme Mail" names Acme Mail, "Acme Mail Archive" is another service or a part of it.
std::optional<bool> names_in(const std::string& exclusion, const std::string& name, const Naming& naming) {
  const auto folded = fold_words(exclusion), asked = fold_words(name);
  if (asked.empty() || folded.empty()) return std::nullopt;
  if (share_key(keys_of(exclusion, naming), keys_of(name, naming))) return true;
  const auto found = named_in_text(ScopeText(exclusion), name, naming).as;
  if (found != Named::No && found != Named::Near) return true;
  if (found == Named::Near || contains_words(folded, asked) || contains_words(asked, folded)) return false;
  return std::nullopt;
}

}  // namespace

std::optional<FoundExclusion> find_exclusion(const CertificateVersion& version,
                                             const std::vector<std::string>& names, const Naming& naming) {
  std::optional<FoundExclusion> found;
  for (std::size_t at = 0; at < version.exclusions.size(); ++at)
    for (const auto& name : names) {
      const auto whole = names_in(version.exclusions[at], name, naming);
      if (whole && *whole) return FoundExclusion{at, true};
      if (whole && !found) found = FoundExclusion{at, false};
    }
  return found;
}

InList named_in_list(const std::vector<std::string>& services, const std::string& service,
                     const Naming& naming) {
  if (is_one_common_word(service, naming.words)) return InList::None;
  const auto places = places_in(services, service, naming);
  if (places.empty()) return InList::None;
  return are_one(services, places) ? InList::One : InList::Several;
}

std::size_t place_in_list(const std::vector<std::string>& services, const std::string& service,
                          const Naming& naming) {
  return places_in(services, service, naming).front();
}

}  // namespace certreg
