// Words of scopes in English and a bit of German, and a few regions of two clouds.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "certreg/domain/reference.h"
#include "support/certificates.h"

namespace certreg {

inline ScopeWords scope_words(ScopeWordKind kind, std::vector<std::string> words, std::string role = {}) {
  ScopeWords row{.source = support::seen()};
  row.kind = kind;
  row.role = std::move(role);
  row.words = std::move(words);
  return row;
}

inline std::vector<ScopeWords> all_scope_words() {
  using enum ScopeWordKind;
  return {scope_words(Excludes,
                      {"excluding", "except", "except for", "with the exception of", "mit Ausnahme von"}),
          scope_words(Limits, {"limited to", "restricted to", "only", "beschränkt auf"}),
          scope_words(Inclusive, {"including but not limited to", "not limited to"}),
          scope_words(HostedBy,
                      {"as hosted by", "hosted by", "in the data centres of", "in den Rechenzentren von"}),
          scope_words(InternalUse, {"for internal use", "für interne Zwecke"}),
          scope_words(Supports, {"supporting the delivery of", "supporting the provision of"}),
          scope_words(ManagementSystem, {"management system", "isms"}),
          scope_words(ScopeWordKind::AllServices, {"all services", "all services of the company"}),
          scope_words(WholeFamily, {"all … services", "… (all services)"}),
          scope_words(AllPlaces, {"all data centres in"}),
          scope_words(DataCentre, {"data centre", "data centres", "Rechenzentrum"}),
          scope_words(Role, {"PII processor", "data processor", "processor"}, "processor"),
          scope_words(Role, {"PII controller", "data controller", "controller"}, "controller"),
          scope_words(Role, {"cloud service provider"}, "cloud_provider"),
          scope_words(RoleLead, {"as", "as a", "acting as", "acting as a"}),
          scope_words(Common, {"cloud", "platform", "service", "support", "storage", "mail", "backup", "sql",
                               "saas", "database", "archive", "public"}),
          scope_words(Connecting, {"and", "or", "of", "for", "the", "a", "in", "to", "with", "as", "und",
                                   "von", "der", "des"}),
          scope_words(Conjunction, {"and", "or", "und"}),
          scope_words(Activity, {"hosting", "operation", "development", "Betrieb"})};
}

inline CloudRegion region(std::string provider, std::string code, std::string name, std::string place,
                          std::string country, std::vector<std::string> place_names = {}) {
  return {provider + '-' + code,  provider,           code,           std::move(name), std::move(place),
          std::move(place_names), std::move(country), support::seen()};
}

// "river" has two regions in Lyon.
inline std::vector<CloudRegion> cloud_regions() {
  return {region("acme", "eu-mid-1", "Europe (Frankfurt)", "Frankfurt", "DE", {"Frankfurt am Main"}),
          region("acme", "eu-west-9", "Europe (Dublin)", "Dublin", "IE"),
          region("acme", "east-us", "East US", "Virginia", "US"),
          region("acme", "east-us-2", "East US 2", "Virginia", "US"),
          region("river", "eu-mid-1", "Middle Europe", "Vienna", "AT", {"Wien"}),
          region("river", "fr-1", "France One", "Lyon", "FR"),
          region("river", "fr-2", "France Two", "Lyon", "FR")};
}

inline ReferenceRows scope_rows_of_reference() {
  auto rows = support::reference_rows();
  for (auto& standard : rows.standards) {
    if (standard.id.value == "iso-iec-27018") standard.roles = {"processor"};
    if (standard.id.value == "iso-iec-27017") standard.roles = {"cloud_provider", "cloud_customer"};
  }
  rows.cloud_providers = {{"acme", "Acme Cloud", {"Acme"}, support::seen()},
                          {"river", "River Cloud", {"River"}, support::seen()}};
  rows.cloud_regions = cloud_regions();
  rows.scope_words = all_scope_words();
  return rows;
}

inline Reference scope_reference() { return {scope_rows_of_reference(), "scope-reference-for-tests"}; }

inline CertificateVersion certificate_of(std::string holder) {
  auto version = support::certificate();
  version.holders = {support::holder(std::move(holder))};
  return version;
}

inline Supplier supplier_named(std::string name) {
  auto supplier = support::supplier();
  supplier.name = std::move(name);
  return supplier;
}

}  // namespace certreg
