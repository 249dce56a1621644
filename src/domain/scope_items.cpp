#include "domain/scope_items.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/scope_words.h"
#include "domain/words.h"

namespace certreg {
namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& asked) {
  return std::find(names.begin(), names.end(), asked) != names.end();
}

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

Listing look_up_folded(const std::vector<ScopeItem>& items, const std::string& asked) {
  Listing listing;
  bool by_name = false, is_family = false;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const auto match = match_of(items[at], asked);
    if (match != Match::None) listing.items.push_back(at);
    by_name = by_name || match == Match::Name;
    is_family = is_family || fold_words(items[at].family) == asked;
  }
  if (listing.items.empty()) {
    listing.as = is_family ? Listed::Family : Listed::No;
  } else if (!by_name && !are_one_service(items, listing.items)) {
    listing.as = Listed::Ambiguous;
  } else {
    listing.as = extent_of(items, listing.items);
  }
  return listing;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "eu-central-1 (Frankfurt)" names one place three ways; "Europe (Frankfurt)" two, since Europe is wider.
Names names_of_place(const std::string& text) {
  Names names{text};
  const auto open = text.find('('), close = text.rfind(')');
  const bool has_second = open != std::string::npos && close != std::string::npos && open < close;
  if (has_second && !has_words_of_exclusion(fold_words(text))) {
    names.push_back(text.substr(open + 1, close - open - 1));
    if (has_digit(text.substr(0, open))) names.push_back(text.substr(0, open));
  }
  return folded(names);
}

bool is_in(const ScopeItem& item, const std::string& site) {
  return item.all_regions || std::any_of(item.regions.begin(), item.regions.end(),
                                         [&](const auto& region) { return is_same_place(region, site); });
}

void add_names_of(const ScopeItem& item, Names& names) {
  names.push_back(item.name);
  for (const auto& other : item.short_names)
    names.insert(names.end(), {other, fmt::format("{} {}", item.name, other),
                               fmt::format("{} {}", first_word(item.name), other)});
}

bool says_where(const ScopeItem& item) { return item.all_regions || !item.regions.empty(); }

}  // namespace

Listing look_up(const std::vector<ScopeItem>& items, const std::string& service) {
  const auto asked = fold_words(service);
  return asked.empty() ? Listing{} : look_up_folded(items, asked);
}

std::vector<std::string> with_listed_names(const std::vector<ScopeItem>& items,
                                           const std::vector<std::string>& services) {
  Names names = services;
  for (const auto& service : services)
    for (const auto at : look_up(items, service).items) add_names_of(items[at], names);
  return names;
}

bool resembles_item(const std::vector<ScopeItem>& items, const std::string& service) {
  return std::any_of(items.begin(), items.end(), [&](const ScopeItem& item) {
    auto names = item.short_names;
    names.push_back(item.name);
    if (!item.family.empty()) names.push_back(item.family);
    return resembles_any(names, service);
  });
}

bool is_same_place(const std::string& one, const std::string& other) {
  const auto names = names_of_place(one), others = names_of_place(other);
  return std::any_of(names.begin(), names.end(), [&](const auto& name) { return has(others, name); });
}

RegionListed region_listed(const std::vector<ScopeItem>& items, const Listing& listing,
                           const std::string& site) {
  const auto say = [&](auto at) { return says_where(items[at]); };
  if (std::none_of(listing.items.begin(), listing.items.end(), say)) return RegionListed::NotSaid;
  const bool everywhere = std::all_of(listing.items.begin(), listing.items.end(),
                                      [&](auto at) { return is_in(items[at], site); });
  return everywhere ? RegionListed::Yes : RegionListed::No;
}

}  // namespace certreg
