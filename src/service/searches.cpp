#include "service/searches.h"

#include <algorithm>

#include "certreg/domain/names.h"
#include "certreg/service/page_result.h"
#include "certreg/store/source_searches.h"

namespace certreg::service {
namespace {

constexpr std::string_view kFile = "file:";

bool has_name(const std::vector<std::string>& normalised, const std::string& name) {
  return !name.empty() && std::ranges::find(normalised, normalise_name(name)) != normalised.end();
}

// For whom the source speaks.
std::vector<std::string> spoken_for(const SourceDefinition& source) {
  if (source.claimant.kind == ClaimantKind::ThirdParty) return {};
  auto names = source.products;
  names.push_back(source.holder.name);
  names.push_back(source.claimant.name);
  return normalised(names);
}

bool speaks_for(const SourceDefinition& source, const std::vector<std::string>& names) {
  return std::ranges::any_of(spoken_for(source), [&](const std::string& name) {
    return std::ranges::find(names, name) != names.end();
  });
}

std::string words_of(const std::string& result) {
  const auto known = page_result_of(result);
  return std::string(known ? in_words(*known) : std::string_view("could not be read"));
}

// A file may stand for a page.
const PageDefinition* page_of_file(const SourceDefinition& source, const PageSearch& page) {
  if (!page.address.starts_with(kFile)) return nullptr;
  const auto& definition = page_of(source, "", std::string_view(page.address).substr(kFile.size()));
  return definition.address.empty() ? nullptr : &definition;
}

SourceSearch known_of(const Services& services, const std::string& source,
                      const std::optional<Instant>& known_at) {
  if (!known_at) {
    const auto search = services.catalogue.search_of(source);
    return search ? *search : SourceSearch{};
  }
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto searches = store::source_searches(transaction, {&source, 1}, known_at);
  return searches.empty() ? SourceSearch{} : std::move(searches.front());
}

}  // namespace

std::vector<std::string> normalised(const std::vector<std::string>& names) {
  std::vector<std::string> all;
  for (const auto& name : names)
    if (auto folded = normalise_name(name); !folded.empty()) all.push_back(std::move(folded));
  return all;
}

SpeakingSources::SpeakingSources(std::span<const SourceDefinition> sources) {
  for (const auto& source : sources)
    for (auto& name : spoken_for(source)) by_name_[std::move(name)].push_back(&source);
}

std::vector<const SourceDefinition*> SpeakingSources::of(const std::vector<std::string>& normalised) const {
  std::vector<const SourceDefinition*> all;
  for (const auto& name : normalised)
    if (const auto found = by_name_.find(name); found != by_name_.end())
      all.insert(all.end(), found->second.begin(), found->second.end());
  std::ranges::sort(all);  // they are parts of one array
  const auto repeated = std::ranges::unique(all);
  all.erase(repeated.begin(), repeated.end());
  return all;
}

SourceSearch search_of(const SourceDefinition& source, const std::vector<std::string>& normalised,
                       const SourceSearch& known) {
  SourceSearch search{.source = source.name, .holder = {}, .pages = {}};
  if (!has_name(normalised, source.holder.name)) search.holder = source.holder.name;
  std::vector<std::string> never = addresses_of(source);
  for (auto page : known.pages) {
    std::erase(never, page.address);
    if (const auto* definition = page_of_file(source, page)) {
      std::erase(never, definition->address);
      page.address = definition->address + " as " + page.address;
    }
    page.why = words_of(page.why);
    search.pages.push_back(std::move(page));
  }
  for (auto& address : never)
    search.pages.push_back(
        {.address = std::move(address), .searched_on = {}, .not_read_since = {}, .why = {}});
  return search;
}

std::vector<SourceSearch> searches_for(const Services& services, const std::vector<std::string>& names,
                                       const std::optional<Instant>& known_at) {
  const auto folded = normalised(names);
  std::vector<SourceSearch> searches;
  for (const auto& source : services.sources())
    if (speaks_for(source, folded))
      searches.push_back(search_of(source, folded, known_of(services, source.name, known_at)));
  return searches;
}

}  // namespace certreg::service
