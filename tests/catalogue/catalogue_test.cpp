#include "certreg/catalogue/catalogue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "certreg/domain/error.h"
#include "support/certificates.h"

namespace certreg::catalogue {
namespace {

using support::day;

Supplier named(std::string id, std::string name, int version = 1) {
  Supplier row;
  row.id = {std::move(id)};
  row.name = std::move(name);
  row.version = version;
  return row;
}

CertificateRecord expiring_on(const std::string& id, const char* expires) {
  auto version = support::certificate(id);
  version.expires = day(expires);
  return support::record({version});
}

std::vector<std::string> found(const Catalogue& catalogue, std::string_view text) {
  std::vector<std::string> ids;
  for (const auto& match : catalogue.search(text, 10)) ids.push_back(match.supplier->id.value);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Suppliers, AnOlderVersionNeverReplacesANewer) {
  Catalogue catalogue;
  catalogue.put(named("s", "New Name", 2));
  catalogue.put(named("s", "Old Name", 1));
  EXPECT_EQ(catalogue.supplier({"s"})->name, "New Name");
  EXPECT_TRUE(catalogue.suppliers_named("Old Name").empty());
}

TEST(Suppliers, ARenamedOneIsNotFoundByItsOldName) {
  Catalogue catalogue;
  catalogue.put(named("s", "Old Name"));
  catalogue.put(named("s", "New Name", 2));
  EXPECT_TRUE(catalogue.suppliers_named("Old Name").empty());
  EXPECT_EQ(found(catalogue, "Old"), Ids{});
  EXPECT_EQ(found(catalogue, "New"), Ids{"s"});
}

TEST(Suppliers, ARetiredOneIsKnownByItsIdOnly) {
  Catalogue catalogue;
  auto supplier = named("s", "Acme Ltd");
  catalogue.put(supplier);
  supplier.version = 2;
  supplier.retired = true;
  catalogue.put(supplier);
  EXPECT_TRUE(catalogue.supplier({"s"})->retired);
  EXPECT_TRUE(catalogue.suppliers_named("Acme Ltd").empty());
  EXPECT_TRUE(catalogue.suppliers_after({}, 10).empty());
  EXPECT_EQ(found(catalogue, "Acme"), Ids{});
}

TEST(Suppliers, NamesAndAliasesMatchWhole) {
  Catalogue catalogue;
  auto supplier = named("a", "Acme Cloud Limited");
  supplier.aliases = {"Acme"};
  catalogue.put(supplier);
  catalogue.put(named("b", "Acme Cloud GmbH"));
  for (const auto* same : {"ACME CLOUD LTD.", "acme cloud limited", "Acme"})
    EXPECT_EQ(catalogue.suppliers_named(same).size(), 1U) << same;
  for (const auto* other : {"Acme Cloud", "Acme Cloud AG", "Acm", ""})
    EXPECT_TRUE(catalogue.suppliers_named(other).empty()) << other;
}

TEST(Search, FindsByPrefixIdentifierAndNumber) {
  Catalogue catalogue;
  auto supplier = named("supplier-1", "Acme Cloud Limited");
  supplier.vat = "GB 123 456 789";
  supplier.domains = {"Acme.example"};
  catalogue.put(supplier);
  catalogue.put(support::record({support::certificate()}));
  for (const auto* text : {"acm", "Cloud", "GB123456789", "acme.EXAMPLE", "is-100"})
    EXPECT_EQ(found(catalogue, text), Ids{"supplier-1"}) << text;
  for (const auto* text : {"zebra", "IS 101", "", "   "}) EXPECT_EQ(found(catalogue, text), Ids{}) << text;
}

TEST(Search, FindsNumbersAndDomainsAsTheyAreTyped) {
  Catalogue catalogue;
  auto supplier = named("supplier-1", "Acme Cloud Limited");
  supplier.vat = "GB 123 456 789";
  supplier.domains = {"acme-hosting.example"};
  catalogue.put(supplier);
  for (const auto* text : {"GB 12", "gb1234567", "acme-hosting.", "acme-hosting.ex"})
    EXPECT_EQ(found(catalogue, text), Ids{"supplier-1"}) << text;
  for (const auto* text : {"GB1", "GB 124", "hosting.example", "123456789"})
    EXPECT_EQ(found(catalogue, text), Ids{}) << text;
}

TEST(Search, SaysWhatAnswered) {
  Catalogue catalogue;
  auto supplier = named("s", "Acme Cloud Limited");
  supplier.aliases = {"Zenith Hosting"};
  supplier.vat = "GB 123 456 789";
  catalogue.put(supplier);
  const struct {
    const char* asked;
    MatchedBy by;
    NameMatchKind how;
    const char* text;
  } rows[] = {
      {"acme cloud", MatchedBy::Name, NameMatchKind::Exact, "Acme Cloud Limited"},
      {"zenit", MatchedBy::Alias, NameMatchKind::Beginning, "Zenith Hosting"},
      {"Zenith Hsoting", MatchedBy::Alias, NameMatchKind::Misspelt, "Zenith Hosting"},
      {"gb 123456789", MatchedBy::Identifier, NameMatchKind::Exact, "GB123456789"},
      {"gb 12345", MatchedBy::Identifier, NameMatchKind::Beginning, "GB123456789"},
  };
  for (const auto& [asked, by, how, text] : rows) {
    const auto matches = catalogue.search(asked, 10);
    ASSERT_EQ(matches.size(), 1U) << asked;
    EXPECT_EQ(to_string(matches[0].by), to_string(by)) << asked;
    EXPECT_EQ(to_string(matches[0].how), to_string(how)) << asked;
    EXPECT_EQ(matches[0].text, text) << asked;
  }
}

TEST(Search, AFilterSeesSupplierAndCertificates) {
  Catalogue catalogue;
  for (const auto* id : {"a", "b", "supplier-1"}) {
    auto supplier = named(id, "Acme Cloud Limited");
    supplier.country = supplier.id.value == "b" ? "NO" : "GB";
    catalogue.put(supplier);
  }
  catalogue.put(support::record({support::certificate()}));
  const SupplierFilter certified{.certificate = [](const CertificateRecord&) { return true; }};
  const SupplierFilter is_b{.country = "NO"};
  const SupplierFilter of_another_standard{.standard = {"iso-22301"}};
  ASSERT_EQ(catalogue.search("acme", 1, certified).size(), 1U);
  EXPECT_EQ(catalogue.search("acme", 1, certified)[0].supplier->id.value, "supplier-1");
  EXPECT_EQ(catalogue.search("acme", 1, is_b)[0].supplier->id.value, "b");
  EXPECT_TRUE(catalogue.search("IS 100", 1, is_b).empty());
  EXPECT_EQ(catalogue.search("IS 100", 1, certified).size(), 1U);
  EXPECT_TRUE(catalogue.search("IS 100", 1, of_another_standard).empty());
}

TEST(Search, FindsWhatWasLoadedOnceItIsIndexed) {
  Catalogue catalogue;
  std::vector<Supplier> suppliers;
  suppliers.push_back(named("s", "Acme Cloud"));
  suppliers.push_back(named("t", "Zenith Hosting"));
  suppliers.back().retired = true;
  catalogue.load(suppliers);
  catalogue.show_loaded(2);
  EXPECT_FALSE(catalogue.is_searchable());
  EXPECT_THROW(catalogue.search("Acme", 10), Error);
  EXPECT_EQ(catalogue.suppliers_named("Acme Cloud").size(), 1U);
  catalogue.index_names(2);
  EXPECT_EQ(found(catalogue, "Acme"), Ids{"s"});
  EXPECT_EQ(found(catalogue, "Zenith"), Ids{});
  const SupplierFilter all{.country = ""};
  EXPECT_EQ(catalogue.search("Acme", 10, all).size(), 1U);
}

TEST(Search, ANumberThatWasCorrectedFindsNobody) {
  Catalogue catalogue;
  catalogue.put(named("supplier-1", "Acme Cloud Limited"));
  auto version = support::certificate();
  catalogue.put(support::record({version}));
  auto other = support::certificate("certificate-2");
  other.number = "IS 300";
  catalogue.put(support::record({other}));
  version.number = "IS 300";
  catalogue.put(support::record({version}));
  EXPECT_EQ(found(catalogue, "IS 100"), Ids{});
  EXPECT_EQ(found(catalogue, "IS 300"), Ids{"supplier-1"});
  other.retired = true;
  catalogue.put(support::record({other}));
  EXPECT_EQ(found(catalogue, "IS 300"), Ids{"supplier-1"});
}

StoredVersion stored(CertificateVersion version) { return {std::move(version), {}}; }

TEST(FirstLoad, TakesTheNewestOfEachSupplierAndAllIssuesOfACertificate) {
  Catalogue catalogue;
  auto issue = support::certificate("c");
  auto later = issue;
  later.id = {"later"};
  later.issued = day("2026-02-01");
  later.expires = day("2029-02-01");
  auto retired = support::certificate("r");
  retired.retired = true;
  catalogue.load({named("supplier-1", "New Name", 2), named("other", "Zenith Hosting")});
  catalogue.load({stored(later), stored(retired)});
  catalogue.load({named("supplier-1", "Old Name", 1)});
  catalogue.load({stored(issue)});
  EXPECT_EQ(catalogue.supplier({"supplier-1"}), nullptr);
  catalogue.show_loaded(2);
  catalogue.index_names(2);
  EXPECT_EQ(catalogue.size().suppliers, 2U);
  EXPECT_EQ(catalogue.size().certificates, 2U);
  EXPECT_EQ(catalogue.supplier({"supplier-1"})->name, "New Name");
  EXPECT_TRUE(catalogue.suppliers_named("Old Name").empty());
  EXPECT_EQ(catalogue.suppliers_named("New Name").size(), 1U);
  EXPECT_EQ(catalogue.suppliers_after({}, 10).size(), 2U);
  ASSERT_EQ(catalogue.certificates_of({"supplier-1"}).size(), 1U);
  const auto record = catalogue.certificate({"c"});
  EXPECT_EQ(catalogue.certificates_of({"supplier-1"}).front(), record);
  ASSERT_EQ(record->issues.size(), 2U);
  EXPECT_EQ(record->latest().id, later.id);
  EXPECT_EQ(catalogue.certificates_after({}, 10).size(), 1U);
  EXPECT_EQ(catalogue.expiring(day("2029-01-01"), day("2030-01-01"), {}, {}, 10).size(), 1U);
  EXPECT_EQ(catalogue.expiring(day("2028-01-01"), day("2029-01-01"), {}, {}, 10).size(), 0U);
  EXPECT_EQ(found(catalogue, "IS 100"), Ids{"supplier-1"});
  EXPECT_TRUE(catalogue.certificate({"r"})->latest().retired);
}

TEST(FirstLoad, ASecondOneTakesThePlaceOfWhatIsThere) {
  Catalogue catalogue;
  for (const auto* name : {"Acme Cloud", "Zenith Hosting"}) {
    catalogue.load({named("supplier-1", name, 1)});
    catalogue.load({stored(support::certificate("c"))});
    catalogue.show_loaded(1);
    catalogue.index_names(1);
  }
  EXPECT_EQ(catalogue.certificate({"c"})->issues.size(), 1U);
  EXPECT_EQ(found(catalogue, "Acme"), Ids{});
  EXPECT_EQ(found(catalogue, "Zenith"), Ids{"supplier-1"});
  EXPECT_EQ(found(catalogue, "IS 100"), Ids{"supplier-1"});
}

TEST(FirstLoad, WhatIsForgottenIsNotShown) {
  Catalogue catalogue;
  catalogue.load({named("a", "Acme Cloud")});
  catalogue.forget_loaded();
  catalogue.load({named("z", "Zenith Hosting")});
  catalogue.show_loaded(1);
  EXPECT_EQ(catalogue.size().suppliers, 1U);
}

TEST(Records, AreTheSameObjectAsLongAsTheyAreHeldAndUnchanged) {
  Catalogue catalogue;
  catalogue.put(named("supplier-1", "Acme Cloud"));
  catalogue.put(support::record({support::certificate()}));
  const auto supplier = catalogue.supplier({"supplier-1"});
  const auto record = catalogue.certificate({"certificate-1"});
  EXPECT_EQ(catalogue.certificate({"certificate-1"}), record);
  EXPECT_EQ(catalogue.certificates_of({"supplier-1"}).front(), record);
  EXPECT_EQ(catalogue.certificates_after({}, 1).front(), record);
  catalogue.put(support::record({support::certificate("certificate-2")}));
  EXPECT_EQ(catalogue.supplier({"supplier-1"}), supplier);  // with one certificate more
  auto changed = support::certificate();
  changed.scope = "another";
  catalogue.put(support::record({changed}));
  EXPECT_NE(catalogue.certificate({"certificate-1"}), record);
  EXPECT_EQ(catalogue.certificate({"certificate-1"})->latest().scope, "another");
  EXPECT_NE(record->latest().scope, "another");
}

TEST(Certificates, OneThatChangesHandsIsNeverMissingAndNeverWithBoth) {
  Catalogue catalogue;
  auto version = support::certificate();
  catalogue.put(support::record({version}));
  std::atomic<bool> is_over{false};
  std::jthread reader([&] {
    while (!is_over) {
      const auto before = catalogue.certificates_of({"supplier-1"}).size();
      const auto record = catalogue.certificate({"certificate-1"});
      ASSERT_NE(record, nullptr);
      ASSERT_LE(before, 1U);
      for (const auto& held : catalogue.certificates_of({"supplier-2"}))
        ASSERT_EQ(held->latest().supplier.value, "supplier-2");
    }
  });
  for (int turn = 0; turn < 2000; ++turn) {
    version.supplier = {turn % 2 == 0 ? "supplier-2" : "supplier-1"};
    catalogue.put(support::record({version}));
    ASSERT_EQ(catalogue.certificates_of(version.supplier).size(), 1U);
  }
  is_over = true;
  reader.join();
  EXPECT_TRUE(catalogue.certificates_of({"supplier-2"}).empty());
}

TEST(Certificates, ARetiredOneIsListedNowhere) {
  Catalogue catalogue;
  auto version = support::certificate();
  catalogue.put(support::record({version}));
  EXPECT_EQ(catalogue.certificates_of({"supplier-1"}).size(), 1U);
  version.retired = true;
  catalogue.put(support::record({version}));
  EXPECT_NE(catalogue.certificate({"certificate-1"}), nullptr);
  EXPECT_TRUE(catalogue.certificates_of({"supplier-1"}).empty());
  EXPECT_TRUE(catalogue.certificates_after({}, 10).empty());
  EXPECT_TRUE(catalogue.expiring(day("2000-01-01"), day("2100-01-01"), {}, {}, 10).empty());
}

TEST(Expiring, PagesLoseAndDoubleNothing) {
  Catalogue catalogue;
  for (const auto* id : {"c", "a", "b", "d"}) catalogue.put(expiring_on(id, "2026-07-01"));
  catalogue.put(expiring_on("early", "2026-06-30"));
  catalogue.put(expiring_on("late", "2026-07-02"));
  catalogue.put(expiring_on("past", "2026-06-01"));
  catalogue.put(expiring_on("beyond", "2026-08-01"));
  for (const std::size_t page : {1U, 2U, 3U, 10U}) {
    Ids ids;
    std::optional<Date> after_day;
    CertificateId after;
    for (;;) {
      const auto rows = catalogue.expiring(day("2026-06-02"), day("2026-08-01"), after_day, after, page);
      if (rows.empty()) break;
      for (const auto& row : rows) ids.push_back(row->id.value);
      after_day = rows.back()->latest().expires;
      after = rows.back()->id;
    }
    EXPECT_EQ(ids, (Ids{"early", "a", "b", "c", "d", "late"})) << page;
  }
}

}  // namespace
}  // namespace certreg::catalogue
