#include "domain/scope_items.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/scope_naming.h"
#include "domain/scope_words.h"
#include "domain/words.h"

namespace certreg {
namespace {

using Names = std::vector<std::string>;

Names folded(const Names& names) {
  Names all;
  for (const auto& name : names)
    if (auto words = fold_words(name); !words.empty()) all.push_back(std::move(words));
  return all;
}

std::string first_word(const std::string& folded) { return folded.substr(0, folded.find(' ')); }

// `asked` is the two names one after the other, either one first.
bool are_side_by_side(std::string_view asked, std::string_view one, std::string_view other) {
  if (asked.size() != one.size() + other.size() + 1) return false;
  const auto begins = [&](std::string_view first, std::string_view second) {
    return asked.starts_with(first) && asked[first.size()] == ' ' && asked.ends_with(second);
  };
  return begins(one, other) || begins(other, one);
}

enum class Match { None, ShortName, Name };

Match match_of(const ScopeItem& item, const std::string& asked) {
  const auto name = fold_words(item.name);
  if (name.empty()) return Match::None;
  const auto family = fold_words(item.family);
  if (asked == name || (!family.empty() && are_side_by_side(asked, name, family))) return Match::Name;
  for (const auto& other : folded(item.short_names)) {
    if (are_side_by_side(asked, name, other)) return Match::Name;
    if (asked == other || asked == fmt::format("{} {}", first_word(name), other)) return Match::ShortName;
  }
  return Match::None;
}

bool are_one_service(const std::vector<ScopeItem>& items, const std::vector<std::size_t>& matched) {
  const auto name = fold_words(items[matched.front()].name);
  return std::all_of(matched.begin(), matched.end(),
                     [&](auto at) { return fold_words(items[at].name) == name; });
}

Listed extent_of(const std::vector<ScopeItem>& items, const std::vector<std::size_t>& matched) {
  const auto all = [&](ScopeExtent extent) {
    return std::all_of(matched.begin(), matched.end(), [&](auto at) { return items[at].extent == extent; });
  };
  if (all(ScopeExtent::Whole)) return Listed::InScope;
  return all(ScopeExtent::Out) ? Listed::Out : Listed::InPart;
}

NameKeys keys_of_item(const ScopeItem& item, const Naming& naming) {
  auto keys = keys_of(item.name, naming);
  for (const auto& other : item.short_names) {
    const auto further = keys_of(other, naming);
    keys.insert(keys.end(), further.begin(), further.end());
  }
  std::ranges::sort(keys);
  return keys;
}

// What is left of a name that all its keys are parts of.
std::string squashed(std::string_view text) {
  auto words = fold_words(text);
  std::erase_if(words, [](char c) { return c == ' ' || c == 's'; });
  return words;
}

// Long lists are compared, so keys are made only of entries that can share one.
bool may_share_key(const ScopeItem& item, const Names& parts) {
  const auto holds_one = [&](const std::string& name) {
    const auto whole = squashed(name);
    return std::ranges::any_of(parts, [&](const auto& part) { return whole.find(part) != whole.npos; });
  };
  return holds_one(item.name) || std::ranges::any_of(item.short_names, holds_one);
}

// Entries that are called the same but for brand, plural, hyphens and blanks.
std::vector<std::size_t> same_but_for_form(const std::vector<ScopeItem>& items, const NameKeys& keys,
                                           const Naming& naming) {
  Names parts;
  for (const auto& key : keys) parts.push_back(squashed(key));
  std::vector<std::size_t> same;
  for (std::size_t at = 0; at < items.size(); ++at)
    if (may_share_key(items[at], parts) && share_key(keys, keys_of_item(items[at], naming)))
      same.push_back(at);
  return same;
}

Listed listed_as(const std::vector<ScopeItem>& items, const Listing& listing, bool by_name, bool is_family) {
  if (listing.items.empty()) return is_family ? Listed::Family : Listed::No;
  if (!by_name && !are_one_service(items, listing.items)) return Listed::Ambiguous;
  return extent_of(items, listing.items);
}

// Entries of one family stand beside each other as a rule.
bool is_a_family(const std::vector<ScopeItem>& items, const NameKeys& keys, const Naming& naming) {
  const std::string* before = nullptr;
  for (const auto& item : items) {
    const bool known = before != nullptr && *before == item.family;
    before = &item.family;
    if (!known && !item.family.empty() && share_key(keys_of(item.family, naming), keys)) return true;
  }
  return false;
}

bool is_in(const ScopeItem& item, const std::string& site, const PlaceNames& places) {
  return item.all_regions ||
         std::ranges::any_of(item.regions, [&](const auto& region) { return places.is_same(region, site); });
}

void add_names_of(const ScopeItem& item, Names& names) {
  names.push_back(item.name);
  for (const auto& other : item.short_names)
    names.insert(names.end(), {other, fmt::format("{} {}", item.name, other),
                               fmt::format("{} {}", first_word(item.name), other)});
}

bool says_where(const ScopeItem& item) { return item.all_regions || !item.regions.empty(); }

}  // namespace

Listing look_up(const std::vector<ScopeItem>& items, const std::string& service, const Naming& naming) {
  const auto asked = fold_words(service);
  if (asked.empty()) return {};
  Listing listing;
  bool by_name = false;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const auto match = match_of(items[at], asked);
    if (match != Match::None) listing.items.push_back(at);
    by_name = by_name || match == Match::Name;
  }
  bool is_family = false;
  if (listing.items.empty() && !items.empty()) {
    const auto keys = keys_of(service, naming);
    is_family = is_a_family(items, keys, naming);
    if (!is_family) listing.items = same_but_for_form(items, keys, naming);
  }
  const bool common = !listing.items.empty() && is_one_common_word(service, naming.words);
  listing.as = common ? Listed::Common : listed_as(items, listing, by_name, is_family);
  return listing;
}

std::vector<std::string> with_listed_names(const std::vector<ScopeItem>& items,
                                           const std::vector<std::string>& services, const Naming& naming) {
  Names names = services;
  for (const auto& service : services)
    for (const auto at : look_up(items, service, naming).items) add_names_of(items[at], names);
  return names;
}

std::vector<std::string> families_of(const std::vector<ScopeItem>& items,
                                     const std::vector<std::string>& services, const Naming& naming) {
  Names families;
  for (const auto& service : services)
    for (const auto at : look_up(items, service, naming).items)
      if (!items[at].family.empty()) families.push_back(items[at].family);
  return families;
}

bool resembles_item(const std::vector<ScopeItem>& items, const std::string& service) {
  return std::any_of(items.begin(), items.end(), [&](const ScopeItem& item) {
    auto names = item.short_names;
    names.push_back(item.name);
    if (!item.family.empty()) names.push_back(item.family);
    return resembles_any(names, service);
  });
}

std::string whole_family_entry(const std::vector<ScopeItem>& items, const std::string& family,
                               const Naming& naming) {
  const auto folded = fold_words(family);
  for (const auto& item : items) {
    if (!contains_words(fold_words(item.name), folded)) continue;
    const ScopeText entry(item.name);
    const auto words = whole_family_in(entry, family, naming);
    if (item.extent == ScopeExtent::Whole && !words.empty() && words.size() + 1 >= item.name.size())
      return item.name;
  }
  return "";
}

RegionListed region_listed(const std::vector<ScopeItem>& items, const Listing& listing,
                           const std::string& site, const PlaceNames& places) {
  const auto say = [&](auto at) { return says_where(items[at]); };
  if (std::none_of(listing.items.begin(), listing.items.end(), say)) return RegionListed::NotSaid;
  const bool everywhere = std::all_of(listing.items.begin(), listing.items.end(),
                                      [&](auto at) { return is_in(items[at], site, places); });
  return everywhere ? RegionListed::Yes : RegionListed::No;
}

}  // namespace certreg
