// Clouds with their regions, and words of scopes.
#include <algorithm>
#include <array>

#include "service/reference_readers.h"

namespace certreg::service {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, kScopeWordKinds> kKinds{
    "excludes",          "limits",       "inclusive",    "hosted_by",   "internal_use", "supports",
    "management_system", "all_services", "whole_family", "all_places",  "data_centre",  "role",
    "role_lead",         "common",       "connecting",   "conjunction", "activity"};

constexpr std::array<std::string_view, 4> kRoles{"controller", "processor", "cloud_provider",
                                                 "cloud_customer"};

std::string read_country(ReferenceRow& row) {
  auto country = row.country("country");
  if (country.empty()) row.refuse("\"country\" is missing");
  return country;
}

void check_words(const ScopeWords& words, ReferenceRow& row) {
  if (words.words.empty()) row.refuse("\"words\" is missing");
  if (words.kind == ScopeWordKind::Role && !is_scope_role(words.role))
    row.refuse_key("role", kScopeRolesRule);
  if (words.kind != ScopeWordKind::Role && !words.role.empty())
    row.refuse_key("role", "only words of the kind role have one");
  const bool gaps = std::ranges::all_of(
      words.words, [](const auto& text) { return text.empty() || text.find("…") != std::string::npos; });
  if (words.kind == ScopeWordKind::WholeFamily && !gaps)
    row.refuse_key("words", "\"…\" stands for the family");
}

}  // namespace

bool is_scope_role(std::string_view role) { return std::ranges::find(kRoles, role) != kRoles.end(); }

Placed<CloudProvider> read_cloud_provider(ReferenceRow& row) {
  CloudProvider provider{.source = row.source()};
  provider.id = row.slug("id");
  provider.name = row.text("name", Need::Required);
  provider.aliases = row.texts("aliases");
  row.refuse_other_keys();
  return {std::move(provider), row.place(), {}};
}

Placed<CloudRegion> read_cloud_region(ReferenceRow& row) {
  Placed<CloudRegion> placed{CloudRegion{.source = row.source()}, row.place(), {}};
  auto& region = placed.value;
  region.id = row.slug("id");
  region.provider = row.slug("provider");
  region.code = row.text("code", Need::Required);
  region.name = row.text("name", Need::Required);
  region.place = row.text("place", Need::Required);
  region.place_names = row.texts("place_names");
  region.country = read_country(row);
  placed.parts.providers.push_back({"the cloud provider", region.provider, row.place()});
  row.refuse_other_keys();
  return placed;
}

Placed<ScopeWords> read_scope_words(ReferenceRow& row) {
  ScopeWords words{.source = row.source()};
  words.id = row.slug("id");
  row.text("kind", Need::Required);
  if (const auto kind = row.choice("kind", kKinds)) words.kind = static_cast<ScopeWordKind>(*kind);
  words.language = row.text("language", Need::Optional);
  words.role = row.text("role", Need::Optional);
  words.words = row.texts("words");
  check_words(words, row);
  row.refuse_other_keys();
  return {std::move(words), row.place(), {}};
}

}  // namespace certreg::service
