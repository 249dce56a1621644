// What the built-in words and regions come to as answers.
#include <gtest/gtest.h>

#include "certreg/domain/verdict.h"
#include "certreg/service/reference_files.h"
#include "support/certificates.h"

namespace certreg::service {
namespace {

const Reference& built_in() {
  static const auto data = load_reference(built_in_reference_files());
  return data.reference;
}

struct Asked {
  const char* holder;
  const char* scope;
  const char* service;
  const char* site;  // empty = none
  AnswerValue value;
};

constexpr auto kYes = AnswerValue::Yes;
constexpr auto kUnsure = AnswerValue::Unsure;
constexpr auto kNo = AnswerValue::No;

Answer scope_answer(const Asked& row, const std::vector<Site>& sites = {}) {
  auto supplier = support::supplier();
  supplier.name = row.holder;
  auto version = support::certificate();
  version.holders = {support::holder(row.holder)};
  version.scope = row.scope;
  version.services.clear();
  version.sites = sites;
  version.quotes = {support::quote("scope", row.scope)};
  auto question = support::question();
  question.services.clear();
  if (*row.service != '\0') question.services = {row.service};
  question.site = row.site;
  const std::vector<CertificateRecord> records{support::record({version})};
  return assess(question, supplier, records, built_in()).deciding().answers[2];
}

void expect(std::initializer_list<Asked> rows) {
  for (const auto& row : rows) {
    const auto answer = scope_answer(row);
    EXPECT_EQ(to_string(answer.value), to_string(row.value))
        << row.scope << " | " << row.service << row.site << ": " << answer.reasons.front().detail;
    for (const auto& reason : answer.reasons) EXPECT_FALSE(reason.quotes.empty()) << row.scope;
  }
}

TEST(ScopeReference, NamesServicesOfTheHolder) {
  constexpr auto kAws = "Amazon Web Services, Inc.";
  constexpr auto kList =
      "Amazon Simple Storage Service (Amazon S3), AWS Key Management Service (KMS), Amazon EC2";
  expect({{kAws, kList, "S3", "", kYes},
          {kAws, kList, "Amazon S3", "", kYes},
          {kAws, kList, "Amazon Simple Storage Service", "", kYes},
          {kAws, kList, "Amazon Simple Storage Service (Amazon S3)", "", kYes},
          {kAws, kList, "AWS KMS", "", kYes},
          {kAws, kList, "EC2", "", kYes},
          {kAws, kList, "S3 Glacier", "", kUnsure},
          {kAws, kList, "Storage", "", kUnsure},
          {kAws, "Amazon S3 Glacier, Amazon EC2 Auto Scaling", "S3", "", kUnsure},
          {kAws, "Amazon S3 Glacier, Amazon EC2 Auto Scaling", "EC2", "", kUnsure},
          {"Microsoft Corporation", "Azure SQL Edge, Azure Backup", "Azure SQL", "", kUnsure},
          {"Microsoft Corporation", "Azure SQL Edge, Azure Backup", "Azure SQL Edge", "", kYes},
          {"Microsoft Corporation", "Azure Active Directory", "Active Directory", "", kUnsure},
          {"Google LLC", "Google Cloud Platform and its support", "Cloud", "", kUnsure},
          {"Google LLC", "Google Cloud Platform and its support", "Platform", "", kUnsure},
          {"Google LLC", "Google Cloud Platform and its support", "Cloud Platform", "", kUnsure},
          {"Google LLC", "Google Cloud Platform and its support", "Google Cloud", "", kUnsure}});
}

TEST(ScopeReference, ReadsPhrasesOfSeveralLanguages) {
  constexpr auto kAcme = "Acme Systems GmbH";
  expect({{kAcme, "Betrieb von Acme Post mit Ausnahme von Acme Tresor.", "Acme Tresor", "", kNo},
          {kAcme, "Betrieb von Acme Post mit Ausnahme von Acme Tresor.", "Acme Post", "", kYes},
          {kAcme, "Betrieb von Acme Post, beschränkt auf Wartung.", "Acme Post", "", kUnsure},
          {kAcme, "Betrieb von Acme Post für interne Zwecke.", "Acme Post", "", kUnsure},
          {kAcme, "Exploitation de Acme Post à l'exception de Acme Coffre.", "Acme Coffre", "", kNo},
          {kAcme, "Operación de Acme Post con excepción de Acme Caja.", "Acme Caja", "", kNo},
          {kAcme, "Gestione di Acme Post ad eccezione di Acme Cassa.", "Acme Cassa", "", kNo},
          {kAcme, "Beheer van Acme Post met uitzondering van Acme Kluis.", "Acme Kluis", "", kNo},
          {kAcme, "Operação de Acme Post com exceção de Acme Cofre.", "Acme Cofre", "", kNo},
          {kAcme, "Acme Post, en apoyo de ventas, no incluye Acme Caja.", "Acme Post", "", kUnsure},
          {kAcme, "Alle Dienstleistungen des Unternehmens.", "Acme Post", "", kYes},
          {kAcme, "Tous les services de l'entreprise", "Acme Post", "", kYes},
          {kAcme, "Tous les services de l'entreprise sauf la vente", "Acme Post", "", kUnsure},
          {kAcme, "Consulting for all services", "Acme Post", "", kUnsure},
          {kAcme, "Betrieb von Acme Post, gehostet bei Wolke AG.", "Wolke AG", "", kUnsure},
          {kAcme, "Betrieb von Acme Post, gehostet bei Wolke AG.", "Acme Post", "", kYes},
          {kAcme, "IT systems supporting the provision of Acme Post", "Acme Post", "", kUnsure},
          {kAcme, "Information security management system supporting the provision of Acme Post", "Acme Post",
           "", kYes}});
}

TEST(ScopeReference, DoesNotTakeOthersCloudsForServices) {
  constexpr auto kAcme = "Acme Systems GmbH";
  expect({{kAcme, "Data centre services on AWS", "AWS", "", kUnsure},
          {kAcme, "Consulting and implementation of Microsoft 365", "Microsoft 365", "", kUnsure},
          {"Microsoft Corporation", "Operation of Microsoft 365", "Microsoft 365", "", kYes},
          {kAcme, "Everything but Acme Post", "Acme Post", "", kNo},
          {kAcme, "The company, save Acme Post", "Acme Post", "", kUnsure},
          {kAcme, "Internal use of Acme Post", "Acme Post", "", kUnsure}});
}

TEST(ScopeReference, KnowsTheRegionsOfTheMainClouds) {
  const Site printed{"Europe (Frankfurt)", "", "", ""};
  const auto answer = [&](const char* holder, const char* site) {
    return to_string(scope_answer({holder, "Cloud infrastructure.", "", site, kYes}, {printed}).value);
  };
  for (const char* site : {"Frankfurt", "Frankfurt am Main", "eu-central-1", "AWS eu-central-1"})
    EXPECT_EQ(answer("Amazon Web Services, Inc.", site), "yes") << site;
  for (const char* site : {"Germany", "Europe", "eu-central-2", "eu-west-3", "europe-west3", "Berlin"})
    EXPECT_EQ(answer("Amazon Web Services, Inc.", site), "unsure") << site;
  EXPECT_EQ(answer("Microsoft Corporation", "Germany West Central"), "yes");
  EXPECT_EQ(answer("Microsoft Corporation", "germanywestcentral"), "yes");
  EXPECT_EQ(answer("Google LLC", "europe-west3"), "yes");
  EXPECT_EQ(answer("Acme Systems GmbH", "eu-central-1"), "unsure");
  EXPECT_EQ(answer("Acme Systems GmbH", "Germany West Central"), "unsure");
}

// A region whose place is no place, or a country that is not the region's, would lead astray.
TEST(ScopeReference, RegionsAreWellFormed) {
  ASSERT_GT(built_in().cloud_regions().size(), 100U);
  for (const auto& region : built_in().cloud_regions()) {
    EXPECT_FALSE(region.place.empty()) << region.id;
    EXPECT_TRUE(region.id.ends_with(region.code)) << region.id;
    EXPECT_EQ(region.country.size(), 2U) << region.id;
  }
}

}  // namespace
}  // namespace certreg::service
