#include "service/scope_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "certreg/domain/names.h"

namespace certreg::service {
namespace {

constexpr std::size_t kNamesSaid = 10;

std::string name_of(const ScopeItem& item) {
  return fmt::format("{}\n{}", normalise_name(item.name), normalise_name(item.family));
}

std::string folded(std::vector<std::string> texts) {
  for (auto& text : texts) text = normalise_name(text);
  std::sort(texts.begin(), texts.end());
  std::string all;
  for (const auto& text : texts) all += text + '\t';
  return all;
}

std::string whole_of(const ScopeItem& item) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", name_of(item), folded(item.short_names), folded(item.regions),
                     item.all_regions, static_cast<int>(item.extent), normalise_name(item.exclusion));
}

std::set<std::string> wholes_of(const ScopeItems& items) {
  std::set<std::string> all;
  for (const auto& item : items) all.insert(whole_of(item));
  return all;
}

ScopeItems missing_in(const std::set<std::string>& other, const ScopeItems& items) {
  ScopeItems missing;
  std::copy_if(items.begin(), items.end(), std::back_inserter(missing),
               [&](const ScopeItem& item) { return !other.contains(whole_of(item)); });
  return missing;
}

std::multimap<std::string, const ScopeItem*> by_name(const ScopeItems& items) {
  std::multimap<std::string, const ScopeItem*> all;
  for (const auto& item : items) all.emplace(name_of(item), &item);
  return all;
}

std::string said(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t at = 0; at < std::min(names.size(), kNamesSaid); ++at)
    text += (at == 0 ? "" : ", ") + names[at];
  if (names.size() > kNamesSaid) text += " and " + std::to_string(names.size() - kNamesSaid) + " more";
  return text;
}

// The names of those in `known` that `is_asked`, where `found` holds for it and its namesakes in `read`.
template <class Asked, class Found>
std::string names_where(const ScopeItems& known, const ScopeItems& read, Asked is_asked, Found found) {
  const auto now = by_name(read);
  std::vector<std::string> names;
  for (const auto& item : known) {
    if (!is_asked(item)) continue;
    const auto [first, last] = now.equal_range(name_of(item));
    if (found(item, first, last)) names.push_back(item.name);
  }
  return said(names);
}

}  // namespace

ListChange change_of(const ScopeItems& known, const ScopeItems& read) {
  return {missing_in(wholes_of(read), known), missing_in(wholes_of(known), read)};
}

std::string lost_services(const ScopeItems& known, const ScopeItems& read) {
  return names_where(
      known, read, [](const ScopeItem& item) { return item.extent != ScopeExtent::Out; },
      [](const ScopeItem&, auto first, auto last) {
        return std::none_of(first, last,
                            [](const auto& entry) { return entry.second->extent != ScopeExtent::Out; });
      });
}

std::string lifted_exclusions(const ScopeItems& known, const ScopeItems& read) {
  return names_where(
      known, read, [](const ScopeItem& item) { return item.extent != ScopeExtent::Whole; },
      [](const ScopeItem& item, auto first, auto last) {
        return std::any_of(first, last,
                           [&](const auto& entry) { return entry.second->extent < item.extent; });
      });
}

}  // namespace certreg::service
