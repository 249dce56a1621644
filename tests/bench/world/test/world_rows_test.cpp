// What a world holds, read by the project's own readers against the reference data that are built in.
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "bench/world/holding.h"
#include "bench/world/test/world_files.h"
#include "bench/world/text.h"
#include "certreg/codec/records.h"
#include "certreg/domain/names.h"
#include "certreg/reading/table.h"
#include "certreg/service/reference_files.h"

namespace certreg::bench {
namespace {

constexpr std::uint64_t kCertificates = 12'000, kSeed = 3;

const WorldFiles& world() {
  static const WorldFiles kept("rows", kCertificates, kSeed);
  return kept;
}

const Reference& reference() {
  static const auto kept = service::load_reference(service::built_in_reference_files());
  return kept.reference;
}

std::string said(const std::vector<FieldProblem>& problems) {
  std::string all;
  for (const auto& problem : problems) all += problem.field + " " + problem.rule + "; ";
  return all;
}

std::vector<CertificateVersion> from_table() {
  const auto bytes = world().bytes("register.csv");
  reading::TableReader table(bytes);
  reading::Row row;
  table.next(row);
  const reading::RowReader reader({}, row, reference());
  std::vector<CertificateVersion> all;
  while (table.next(row)) {
    auto read = reader.read(row);
    EXPECT_TRUE(read.problems.empty()) << said(read.problems);
    if (read.draft) all.push_back(std::move(read.draft->version));
  }
  return all;
}

std::vector<CertificateVersion> from_json() {
  std::vector<CertificateVersion> all;
  for (const auto& line : world().lines("register.jsonl")) {
    codec::Problems problems;
    all.push_back(codec::certificate_from(codec::parse(line), reference(), problems));
    EXPECT_TRUE(problems.empty()) << said(problems);
  }
  return all;
}

std::vector<Supplier> suppliers() {
  std::vector<Supplier> all;
  for (const auto& line : world().lines("suppliers.jsonl")) {
    codec::Problems problems;
    all.push_back(codec::supplier_from(codec::parse(line), problems));
    EXPECT_TRUE(problems.empty()) << said(problems);
  }
  return all;
}

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

TEST(WorldRows, AreAllTakenAsATable) {
  const auto versions = from_table();
  EXPECT_EQ(versions.size(), world().written().rows);
  for (const auto& version : versions) {
    EXPECT_TRUE(version.issued && version.expires && version.first_issued) << version.number;
    EXPECT_FALSE(version.edition.empty()) << version.standard_printed;
    EXPECT_FALSE(version.holders.empty() || version.sites.empty() || version.scope.empty());
  }
}

TEST(WorldRows, SayTheSameAsJson) {
  const auto table = from_table(), json = from_json();
  ASSERT_EQ(table.size(), json.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    EXPECT_EQ(table[i].number, json[i].number);
    EXPECT_EQ(table[i].standard, json[i].standard);
    EXPECT_EQ(table[i].edition, json[i].edition);
    EXPECT_EQ(table[i].issuer, json[i].issuer);
    EXPECT_EQ(table[i].expires, json[i].expires);
    EXPECT_EQ(table[i].scope, json[i].scope);
    EXPECT_EQ(table[i].services, json[i].services);
    EXPECT_EQ(table[i].sites.size(), json[i].sites.size());
    EXPECT_EQ(table[i].statuses.size(), json[i].statuses.size());
    EXPECT_EQ(table[i].holders[0].name, json[i].holders[0].name);
    EXPECT_EQ(table[i].holders[0].lei, json[i].holders[0].lei);
  }
}

TEST(WorldRows, HaveScopesOf60To600Characters) {
  for (const auto& version : from_json()) {
    EXPECT_GE(characters(version.scope), 60U) << version.scope;
    EXPECT_LE(characters(version.scope), 600U) << version.scope;
    EXPECT_EQ(version.soa_version.empty(), !version.soa_date) << version.number;
  }
}

TEST(WorldRows, NameEachSiteOnce) {
  for (const auto& version : from_json()) {
    std::set<std::string> names;
    for (const auto& site : version.sites) names.insert(site.name);
    EXPECT_EQ(names.size(), version.sites.size()) << version.number;
  }
}

TEST(WorldRows, GiveEachCertificateOfABodyItsOwnNumber) {
  std::set<std::string> certificates;
  for (const auto& version : from_json())
    certificates.insert(version.issuer_printed + "|" + normalise_number(version.number) + "|" +
                        version.standard.value);
  EXPECT_EQ(certificates.size(), world().written().certificates);
}

TEST(WorldRows, HangExtensionsOnACertificateTo27001) {
  std::set<std::string> parents;
  std::size_t extensions = 0;
  for (const auto& version : from_json()) {
    if (version.standard.value == "iso-iec-27001") parents.insert(version.number);
    if (version.parent_number.empty()) continue;
    ++extensions;
    EXPECT_TRUE(parents.contains(version.parent_number)) << version.parent_number;
    EXPECT_EQ(version.form, ExtensionForm::Sheet);
  }
  EXPECT_GT(extensions, 0U);
}

TEST(WorldRows, HaveTheShapeThatTheDataAskFor) {
  std::map<std::string, std::size_t> countries, editions, statuses;
  std::size_t lapsed = 0;
  const auto versions = from_json();
  for (const auto& version : versions) {
    ++countries[version.holders[0].country];
    ++editions[version.standard.value + ":" + version.edition];
    if (!version.statuses.empty())
      ++statuses[version.statuses[0].status == CertificateStatus::Withdrawn ? "withdrawn" : "suspended"];
    if (*version.expires < data().shape.today) ++lapsed;
  }
  EXPECT_GT(countries["CN"], countries["JP"]);
  EXPECT_GT(countries["JP"], countries["GB"]);
  EXPECT_GT(countries["GB"], countries["IN"]);
  EXPECT_GT(countries.size(), 40U);
  EXPECT_GT(editions["iso-iec-27001:2022"], editions["iso-iec-27001:2013"]);
  EXPECT_GT(editions["iso-iec-27001:2013"], editions["iso-iec-27017:2015"]);
  EXPECT_GT(editions["iso-22301:2019"], 0U);
  EXPECT_NEAR(share(lapsed, versions.size()), 0.22, 0.06);
  EXPECT_GT(statuses["withdrawn"], statuses["suspended"]);
}

TEST(WorldSuppliers, HaveIdentifiersThatAreValidAndTheirOwn) {
  std::set<std::string> leis, numbers;
  std::size_t with_lei = 0;
  for (const auto& supplier : suppliers()) {
    numbers.insert(supplier.registration_number);
    if (supplier.lei.empty()) continue;
    EXPECT_TRUE(is_lei(supplier.lei)) << supplier.lei;
    leis.insert(supplier.lei);
    ++with_lei;
  }
  EXPECT_EQ(numbers.size(), world().written().companies);
  EXPECT_EQ(leis.size(), with_lei);
}

// The first companies of a register of any size are the same, so the rest is asked for by number.
TEST(WorldSuppliers, HaveNamesThatMostlyDifferInAMillionToo) {
  constexpr std::uint64_t kEvery = 7, kUntil = 700'000;
  std::set<std::string> names;
  for (std::uint64_t number = 0; number < kUntil; number += kEvery)
    names.insert(company_of(data(), kSeed, number).name);
  EXPECT_GT(share(names.size(), kUntil / kEvery), 0.999);
}

TEST(WorldSuppliers, ShareCommonWordsAndHaveRareOnes) {
  std::map<std::string, std::size_t> words;
  const auto all = suppliers();
  for (const auto& supplier : all)
    for (const auto& word : split(supplier.name)) ++words[word];
  EXPECT_GT(words["Technologies"], words["Systems"] / 2);
  EXPECT_GT(share(words["Technologies"], all.size()), 0.02);
  EXPECT_GT(words["Systems"], words["Robotics"] * 5);
}

TEST(WorldSuppliers, WriteInManyScripts) {
  std::size_t latin = 0;
  const auto all = suppliers();
  for (const auto& supplier : all) latin += is_latin(supplier.name) ? 1 : 0;
  EXPECT_NEAR(share(latin, all.size()), 0.6, 0.1);
}

TEST(WorldQueries, HaveATrueAnswerAmongTheSuppliers) {
  std::map<std::string, std::string> names;
  for (const auto& supplier : suppliers()) names[supplier.registration_number] = supplier.name;
  std::set<std::string> kinds;
  const auto lines = world().lines("queries.jsonl");
  EXPECT_EQ(lines.size(), 2000U);
  for (const auto& line : lines) {
    const auto query = codec::parse(line);
    const auto name = query["name"].get<std::string>();
    EXPECT_EQ(names[query["registration_number"].get<std::string>()], name);
    EXPECT_NE(query["query"].get<std::string>(), name);
    EXPECT_TRUE(is_clean_text(query["query"].get<std::string>(), 300)) << line;
    kinds.insert(query["kind"].get<std::string>());
  }
  const auto& wished = data().noise.kinds.items();
  EXPECT_EQ(kinds, std::set<std::string>(wished.begin(), wished.end()));
}

}  // namespace
}  // namespace certreg::bench
