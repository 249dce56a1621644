#include "domain/scope_places.h"

#include <algorithm>

#include "domain/countries.h"
#include "domain/scope_words.h"
#include "domain/words.h"

namespace certreg {
namespace {

using Names = std::vector<std::string>;

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool has(const Names& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

bool meet(const Names& one, const Names& other) {
  return std::ranges::any_of(one, [&](const auto& name) { return has(other, name); });
}

// "eu-central-1 (Frankfurt)" names one place three ways; "Europe (Frankfurt)" two, since Europe is wider.
Names parts_of(const std::string& text) {
  Names parts{text};
  const auto open = text.find('('), close = text.rfind(')');
  const bool has_second = open != std::string::npos && close != std::string::npos && open < close;
  if (has_second && !has_words_of_exclusion(fold_words(text))) {
    parts.push_back(text.substr(open + 1, close - open - 1));
    if (has_digit(text.substr(0, open))) parts.push_back(text.substr(0, open));
  }
  return parts;
}

bool begins_with(std::string_view folded, std::string_view words) {
  return folded == words || (folded.starts_with(words) && folded[words.size()] == ' ');
}

Names names_of(const CloudProvider& provider) {
  Names names{fold_words(provider.name)};
  for (const auto& alias : provider.aliases) names.push_back(fold_words(alias));
  return names;
}

bool is_provider(const CloudProvider& provider, const std::string& name) {
  const auto folded = fold_words(name);
  return std::ranges::any_of(names_of(provider), [&](const auto& own) { return begins_with(folded, own); });
}

// "AWS eu-central-1", "eu-central-1 (AWS)"; empty when the text does not name the provider.
std::string without_provider(const std::string& folded, const CloudProvider& provider) {
  for (const auto& name : names_of(provider)) {
    if (folded.size() <= name.size()) continue;
    if (folded.starts_with(name + ' ')) return folded.substr(name.size() + 1);
    if (folded.ends_with(' ' + name)) return folded.substr(0, folded.size() - name.size() - 1);
  }
  return "";
}

bool is_called(const RegionWords& region, const Names& names) {
  const auto& code = region.code;
  const auto& name = region.name;
  return has(names, code) || has(names, name) || has(names, code + ' ' + name) ||
         has(names, name + ' ' + code);
}

// What is left of a part of an address without post codes and house numbers.
std::string town_in(std::string_view part) {
  std::string town;
  for (const auto& word : split_words(fold_words(part)))
    if (!has_digit(word) && word.size() > 1) town += (town.empty() ? "" : " ") + word;
  return town;
}

Names towns_in(const std::string& address) {
  constexpr std::string_view kSigns = ",;\n|";
  Names towns;
  std::string_view rest = address;
  for (bool first = true; !rest.empty(); first = false) {
    const auto end = std::min(rest.find_first_of(kSigns), rest.size());
    const auto part = rest.substr(0, end);
    const bool street = first && end < rest.size() && has_digit(part);
    if (!street) towns.push_back(town_in(part));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return towns;
}

}  // namespace

PlaceNames::PlaceNames(const CertificateVersion& version, const Supplier& supplier,
                       const Reference& reference)
    : reference_(reference) {
  for (const auto& provider : reference.cloud_providers()) {
    const bool holds = std::ranges::any_of(
        version.holders, [&](const auto& holder) { return is_provider(provider, holder.name); });
    if (holds || is_provider(provider, supplier.name)) providers_.push_back(provider.id);
  }
}

bool PlaceNames::is_holders(const CloudRegion& region) const { return has(providers_, region.provider); }

std::string PlaceNames::canonical(const std::string& folded) const {
  for (const auto& region : reference_.cloud_regions())
    if (has(reference_.words_of(region).place_names, folded)) return reference_.words_of(region).place;
  return folded;
}

Names PlaceNames::names_of(const std::string& text) const {
  Names names;
  for (const auto& part : parts_of(text))
    if (auto folded = fold_words(part); !folded.empty()) names.push_back(canonical(folded));
  return names;
}

PlaceNames::Regions PlaceNames::regions_of(const std::string& text, bool of_anybody) const {
  Names names;
  for (const auto& part : parts_of(text)) names.push_back(fold_words(part));
  Names rests;  // by provider
  for (const auto& provider : reference_.cloud_providers())
    rests.push_back(without_provider(names.front(), provider));
  Regions regions;
  for (const auto& region : reference_.cloud_regions()) {
    const auto& words = reference_.words_of(region);
    bool is_it = (of_anybody || is_holders(region)) && is_called(words, names);
    for (std::size_t i = 0; i < rests.size(); ++i)
      is_it = is_it || (!rests[i].empty() && reference_.cloud_providers()[i].id == region.provider &&
                        is_called(words, {rests[i]}));
    if (is_it) regions.push_back(&region);
  }
  return regions;
}

bool PlaceNames::is_only_one_there(const CloudRegion& region) const {
  return std::ranges::count_if(reference_.cloud_regions(), [&](const CloudRegion& other) {
           return other.provider == region.provider && other.place == region.place;
         }) == 1;
}

std::string PlaceNames::country_of(const std::string& text) const {
  if (auto country = country_named(text); !country.empty()) return country;
  const auto regions = regions_of(text, true);
  if (!regions.empty()) return regions.front()->country;
  const auto names = names_of(text);
  for (const auto& region : reference_.cloud_regions())
    if (has(names, reference_.words_of(region).place)) return region.country;
  for (const auto& part : parts_of(text))
    if (auto country = country_named(part); !country.empty()) return country;
  return "";
}

bool PlaceNames::is_whole_country(const std::string& printed, const std::string& country) const {
  if (country_named(printed) == country) return true;
  const auto folded = fold_words(printed);
  return std::ranges::any_of(reference_.scope_words().of(ScopeWordKind::AllPlaces), [&](const auto& words) {
    return folded.starts_with(words + ' ') && country_named(folded.substr(words.size() + 1)) == country;
  });
}

bool PlaceNames::is_named_place(const std::string& printed, const std::string& asked) const {
  const auto names = names_of(printed), asked_names = names_of(asked);
  if (meet(names, asked_names)) return true;
  const auto regions = regions_of(printed, false), asked_regions = regions_of(asked, false);
  const bool same = std::ranges::any_of(
      asked_regions, [&](const auto* region) { return std::ranges::find(regions, region) != regions.end(); });
  const bool stands_there = std::ranges::any_of(
      regions, [&](const auto* region) { return has(asked_names, reference_.words_of(*region).place); });
  const bool is_the_one = std::ranges::any_of(asked_regions, [&](const auto* region) {
    return is_holders(*region) && is_only_one_there(*region) &&
           has(names, reference_.words_of(*region).place);
  });
  return same || stands_there || is_the_one;
}

bool PlaceNames::is_same(const std::string& printed, const std::string& asked) const {
  if (fold_words(asked).empty()) return false;
  const auto country = country_named(asked);
  return country.empty() ? is_named_place(printed, asked) : is_whole_country(printed, country);
}

bool PlaceNames::may_be_same(const std::string& printed, const std::string& asked) const {
  if (fold_words(asked).empty()) return false;
  if (is_same(printed, asked) || meet(names_of(printed), names_of(asked))) return true;
  const auto country = country_named(asked), printed_country = country_named(printed);
  if (!country.empty() || !printed_country.empty())
    return !country_of(printed).empty() && country_of(printed) == country_of(asked);
  Names places = names_of(printed), asked_places = names_of(asked);
  for (const auto* region : regions_of(printed, true)) places.push_back(reference_.words_of(*region).place);
  for (const auto* region : regions_of(asked, true))
    asked_places.push_back(reference_.words_of(*region).place);
  return meet(places, asked_places);
}

bool PlaceNames::is_in_town(const std::string& address, const std::string& asked) const {
  if (!country_named(asked).empty() || has_digit(asked)) return false;
  const auto town = canonical(fold_words(asked));
  return !town.empty() &&
         std::ranges::any_of(towns_in(address), [&](const auto& other) { return canonical(other) == town; });
}

bool PlaceNames::is_region_in_town(const std::string& address, const std::string& asked) const {
  return std::ranges::any_of(regions_of(asked, false), [&](const auto* region) {
    return is_holders(*region) && is_only_one_there(*region) && is_in_town(address, region->place);
  });
}

Names PlaceNames::regions_at(const std::string& asked) const {
  const auto own = regions_of(asked, false);
  const auto places = names_of(asked);
  const bool is_country = !country_named(asked).empty();
  std::vector<std::string> names;
  for (const auto& region : reference_.cloud_regions()) {
    const bool is_it = std::ranges::find(own, &region) != own.end();
    if (is_it || (!is_country && is_holders(region) && has(places, reference_.words_of(region).place)))
      names.insert(names.end(), {region.code, region.name});
  }
  return names;
}

}  // namespace certreg
