#include "web/scope_search.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "certreg/domain/harmless.h"
#include "certreg/domain/names.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostShown = 200, kMostRegions = 12;

std::vector<std::string> words_of(const std::string& find) {
  std::istringstream in(normalise_name(find));
  return {std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
}

bool answers(const ScopeItem& item, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  auto text = item.name + " " + item.family;
  for (const auto& name : item.short_names) text += " " + name;
  for (const auto& region : item.regions) text += " " + region;
  const auto folded = normalise_name(text);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

std::string regions_of(const ScopeItem& item, Language language) {
  if (item.all_regions) return message(language, "scope.all_regions");
  if (item.regions.empty()) return message(language, "scope.regions_not_said");
  std::string list;
  for (std::size_t i = 0; i < std::min(kMostRegions, item.regions.size()); ++i)
    list += (i == 0 ? "" : ", ") + item.regions[i];
  if (item.regions.size() > kMostRegions)
    list +=
        message(language, "changed.more", {{"count", std::to_string(item.regions.size() - kMostRegions)}});
  return list;
}

std::string_view extent_key(ScopeExtent extent) {
  switch (extent) {
    case ScopeExtent::Whole:
      return "scope.whole";
    case ScopeExtent::InPart:
      return "scope.in_part";
    case ScopeExtent::Out:
      return "scope.out";
  }
  return "scope.out";
}

Data item_view(const ScopeItem& item, const std::string& certificate, Language language) {
  std::string names;
  for (const auto& name : item.short_names) names += (names.empty() ? "" : ", ") + name;
  Data view;
  view.set("name", harmless(item.name));
  view.set("has_short", !names.empty());
  view.set("short", harmless(names));
  view.set("family", harmless(item.family));
  view.set("regions", harmless(regions_of(item, language)));
  view.set("extent", message(language, extent_key(item.extent)));
  view.set("exclusion", harmless(item.exclusion));
  view.set("certificate", harmless(certificate));
  return view;
}

}  // namespace

Data scope_view(const Visit& visit, const std::vector<catalogue::RecordPtr>& certificates,
                const std::string& find) {
  const auto words = words_of(find);
  Data items{Data::type::list};
  std::size_t found = 0, known = 0;
  for (const auto& record : certificates) {
    const auto& version = record->latest();
    known += version.scope_items.size();
    for (const auto& item : version.scope_items)
      if (answers(item, words) && ++found <= kMostShown)
        items.push_back(item_view(item, version.standard_printed + " " + version.number, visit.language));
  }
  Data view;
  view.set("items", items);
  view.set("has_items", found > 0);
  view.set("has_lists", known > 0);
  view.set("none_found", known > 0 && found == 0);
  view.set("count_text", message(visit.language, "scope.count",
                                 {{"found", std::to_string(found)},
                                  {"shown", std::to_string(std::min(found, kMostShown))},
                                  {"known", std::to_string(known)}}));
  return view;
}

}  // namespace certreg::web
