// Lists of services under tests/data/lists: each with what tells how to read it (.spec) and with what is to
// be read (.expected) beside it.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "certreg/codec/list_rows.h"
#include "certreg/domain/error.h"
#include "certreg/reading/service_list.h"
#include "reading/world.h"
#include "support/certificates.h"

namespace certreg::reading {
namespace {

std::filesystem::path lists_dir() { return source_dir() / "tests/data/lists"; }

ListForm form_of(const std::string& name) {
  if (name == "table") return ListForm::Table;
  if (name == "bullets") return ListForm::Bullets;
  return name == "lines" ? ListForm::Lines : ListForm::Json;
}

void set(ListSpec& spec, const std::string& name, const std::string& value) {
  if (name == "form")
    spec.form = form_of(value);
  else if (name == "part")
    spec.part = value;
  else if (name == "heading")
    spec.heading = value;
  else if (name == "separators")
    spec.separators = value;
  else if (name == "standards")
    spec.standards.push_back({value});
  else if (name == "limit")
    spec.limits.push_back(value);
  else if (name.starts_with("column "))
    spec.standard_columns[value] = {name.substr(7)};
  else
    spec.columns[name] = value;
}

ListSpec spec_beside(std::filesystem::path input) {
  ListSpec spec;
  std::istringstream lines(file_bytes(input.replace_extension(".spec")));
  for (std::string line; std::getline(lines, line);) {
    const auto colon = line.find(": ");
    set(spec, line.substr(0, colon), line.substr(colon + 2));
  }
  return spec;
}

Text text_in(const std::filesystem::path& file) {
  const auto bytes = file_bytes(file);
  return worker().read(bytes, documents::sniff_media(bytes, "", file.filename().string()));
}

ServiceList list_in(const std::filesystem::path& file) {
  const auto spec = spec_beside(file);
  check_list_spec(spec, world());
  if (spec.form != ListForm::Json) return read_service_list(text_in(file), spec, world());
  return read_service_rows(codec::list_rows(file_bytes(file), spec.part), spec, world());
}

std::string render(const ScopeItem& item) {
  std::string result = item.family.empty() ? "" : item.family + " / ";
  result += item.name;
  if (!item.short_names.empty()) result += fmt::format(" = {}", fmt::join(item.short_names, ", "));
  if (item.all_regions) result += " @ all regions";
  if (!item.regions.empty()) result += fmt::format(" @ {}", fmt::join(item.regions, "; "));
  if (item.extent != ScopeExtent::Whole)
    result += fmt::format(" {} {}", item.extent == ScopeExtent::Out ? "OUT" : "BUT", item.exclusion);
  return result + "\n";
}

std::string render(const ServiceList& list) {
  std::string result;
  for (const auto& own : list.standards) {
    result += own.standard.value + ":\n";
    for (const auto& entry : own.entries) result += render(entry.item);
  }
  for (const auto& warning : list.warnings) result += "warning: " + warning + "\n";
  return result;
}

TEST(ServiceLists, AreReadAsExpected) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(lists_dir())) {
    auto file = entry.path();
    if (file.extension() == ".spec" || file.extension() == ".expected") continue;
    ++count;
    const auto list = list_in(file);
    for (const auto& own : list.standards)
      for (const auto& read : own.entries) EXPECT_FALSE(read.quote.text.empty()) << read.item.name;
    EXPECT_EQ(render(list), file_bytes(file.replace_extension(".expected"))) << file.filename();
  }
  EXPECT_EQ(count, 7);
}

ListEntry entry(const std::string& name) {
  ListEntry made;
  made.item.name = name;
  made.quote.text = name;
  return made;
}

ServiceList list_for(const char* standard, const std::vector<std::string>& names) {
  ServiceList list;
  list.statement.text = "Services in scope of the certificate";
  list.standards.push_back({{standard}, {}});
  for (const auto& name : names) list.standards.front().entries.push_back(entry(name));
  return list;
}

Draft claim_of(const std::string& holder, const char* standard = "iso-iec-27001") {
  Draft draft;
  draft.kind = DraftKind::Claim;
  draft.version.standard = {standard};
  draft.version.holders = {support::holder(holder)};
  return draft;
}

const PageContext kPage{{ClaimantKind::Supplier, "Acme"}, "Acme Cloud Ltd"};

DocumentReading applied(DocumentReading reading, const ServiceList& list) {
  apply_lists(reading, {}, {&list, 1}, kPage, world());
  return reading;
}

TEST(ServiceLists, AClaimByTheListAloneTakesTheEditionOfThePagesTitles) {
  auto list = list_for("iso-iec-27001", {"Acme Mail"});
  list.states_scope = true;
  Line title;
  title.kind = LineKind::Heading;
  title.text = "ISO/IEC 27001:2022 at Acme";
  Text text;
  text.pages = {{.lines = {title}}};
  DocumentReading reading;
  apply_lists(reading, text, {&list, 1}, kPage, world());
  ASSERT_EQ(reading.drafts.size(), 1U);
  EXPECT_EQ(reading.drafts[0].version.edition, "2022");
  EXPECT_EQ(reading.drafts[0].version.standard_printed, "ISO/IEC 27001");
}

TEST(ApplyLists, GivesTheListToThePagesOwnClaims) {
  const auto reading = applied({.drafts = {claim_of("Other Ltd"), claim_of("Acme Cloud Limited"),
                                           claim_of("Acme Cloud Ltd", "iso-22301")}},
                               list_for("iso-iec-27001", {"Acme Mail", "Acme Drive"}));
  EXPECT_TRUE(reading.drafts[0].version.scope_items.empty());
  EXPECT_TRUE(reading.drafts[2].version.scope_items.empty());
  const auto& version = reading.drafts[1].version;
  ASSERT_EQ(version.scope_items.size(), 2U);
  EXPECT_FALSE(version.services_closed);
  EXPECT_EQ(version.quotes.back().field, "scope_items[1]");
  EXPECT_EQ(version.quotes.back().text, "Acme Drive");
}

TEST(ApplyLists, JoinsTwoListsOfOnePage) {
  DocumentReading reading{.drafts = {claim_of("Acme Cloud Ltd")}};
  const std::vector<ServiceList> lists{list_for("iso-iec-27001", {"Acme Mail"}),
                                       list_for("iso-iec-27001", {"Acme Mail", "Acme Drive"})};
  apply_lists(reading, {}, lists, kPage, world());
  EXPECT_EQ(reading.drafts[0].version.scope_items.size(), 2U);
}

TEST(ApplyLists, NeverTouchesACertificateOrADenial) {
  auto certificate = claim_of("Acme Cloud Ltd"), denial = certificate;
  certificate.kind = DraftKind::Certificate;
  denial.version.declared_absent = true;
  const auto reading = applied({.drafts = {certificate, denial}}, list_for("iso-iec-27001", {"Acme Mail"}));
  for (const auto& draft : reading.drafts) EXPECT_TRUE(draft.version.scope_items.empty());
  EXPECT_EQ(reading.warnings.size(), 1U);
}

TEST(ApplyLists, AListOfNobodysClaimIsAWarning) {
  for (const auto& drafts : {std::vector<Draft>{}, {claim_of("One Ltd"), claim_of("Other Ltd")}}) {
    const auto reading = applied({.drafts = drafts}, list_for("iso-iec-27001", {"Acme Mail"}));
    EXPECT_EQ(reading.drafts.size(), drafts.size());
    EXPECT_EQ(reading.warnings.size(), 1U);
  }
}

TEST(ApplyLists, AListThatStatesAScopeIsAClaimWhereThePageMakesNone) {
  auto list = list_for("iso-iec-27018", {"Acme Mail"});
  list.states_scope = true;
  const auto reading = applied({.nothing_found_why = "no claim"}, list);
  ASSERT_EQ(reading.drafts.size(), 1U);
  EXPECT_TRUE(reading.nothing_found_why.empty());
  const auto& version = reading.drafts[0].version;
  EXPECT_EQ(reading.drafts[0].kind, DraftKind::Claim);
  EXPECT_EQ(version.evidence, EvidenceLevel::Claimed);
  EXPECT_EQ(version.claimant->name, "Acme");
  EXPECT_EQ(version.holders.at(0).name, "Acme Cloud Ltd");
  EXPECT_EQ(version.form, ExtensionForm::Words);
  EXPECT_TRUE(version.edition.empty());
  EXPECT_EQ(version.quotes.at(0).field, "standard");
  EXPECT_EQ(version.quotes.at(0).text, "Services in scope of the certificate");
  EXPECT_EQ(version.scope_items.size(), 1U);
}

TEST(ApplyLists, AnEmptyListClaimsNothing) {
  auto list = list_for("iso-iec-27001", {});
  list.states_scope = true;
  EXPECT_TRUE(applied({}, list).drafts.empty());
}

TEST(ServiceLists, AreCutAtTheirLimit) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < kMostScopeItems + 7; ++i) {
    Line line;
    line.kind = LineKind::ListItem;
    line.text = fmt::format("Acme Service {}", i);
    lines.push_back(line);
  }
  ListSpec spec;
  spec.standards = {{"iso-iec-27001"}};
  const auto list = read_service_list(lines, spec, world());
  EXPECT_EQ(list.standards.at(0).entries.size(), kMostScopeItems);
  EXPECT_EQ(list.warnings.size(), 1U);
}

TEST(ServiceLists, ABulletWithBulletsUnderItIsAFamily) {
  std::vector<Line> lines;
  for (const auto& [level, text] :
       std::vector<std::pair<int, std::string>>{{1, "Acme Public"}, {2, "Acme Mail"}, {1, "Acme Desk"}}) {
    Line line;
    line.kind = LineKind::ListItem;
    line.level = level;
    line.text = text;
    lines.push_back(line);
  }
  ListSpec spec;
  spec.standards = {{"iso-iec-27001"}};
  EXPECT_EQ(render(read_service_list(lines, spec, world())),
            "iso-iec-27001:\nAcme Public / Acme Mail\nAcme Desk\n");
}

Line line_of(LineKind kind, const std::vector<std::string>& cells) {
  Line line;
  line.kind = kind;
  line.cells = cells;
  line.text = fmt::format("{}", fmt::join(cells, " "));
  return line;
}

ListSpec table_spec() {
  ListSpec spec;
  spec.form = ListForm::Table;
  spec.columns = {{"service", "Service"}};
  spec.standards = {{"iso-iec-27001"}};
  return spec;
}

TEST(ServiceLists, ATableWithoutTheColumnOfExclusionsIsNotRead) {
  for (const char* column : {"exclusion", "status"}) {
    auto spec = table_spec();
    spec.columns[column] = "Left out";
    const std::vector<Line> lines{line_of(LineKind::TableRow, {"Service", "Not part of it"}),
                                  line_of(LineKind::TableRow, {"Acme Mail", "the archive"})};
    EXPECT_EQ(render(read_service_list(lines, spec, world())),
              "iso-iec-27001:\nwarning: a table is not read, since it has no column \"Left out\"\n")
        << column;
  }
}

TEST(ServiceLists, ACellBeyondTheHeaderIsNoColumnOfIt) {
  auto spec = table_spec();
  spec.columns["regions"] = "Regions";
  const std::vector<Line> lines{line_of(LineKind::TableRow, {"Service"}),
                                line_of(LineKind::TableRow, {"Acme Mail", "all regions"})};
  EXPECT_EQ(render(read_service_list(lines, spec, world())), "iso-iec-27001:\nAcme Mail\n");
}

TEST(ServiceLists, OfTwoNotesToOneMarkWhatEitherLeavesOutStaysOut) {
  const auto header = line_of(LineKind::TableRow, {"Service"});
  const std::vector<Line> lines{header,
                                line_of(LineKind::TableRow, {"Acme Mail*"}),
                                line_of(LineKind::Plain, {"* With all its clients."}),
                                header,
                                line_of(LineKind::TableRow, {"Acme Desk*"}),
                                line_of(LineKind::Plain, {"* Not in scope."})};
  EXPECT_EQ(render(read_service_list(lines, table_spec(), world())),
            "iso-iec-27001:\nAcme Mail OUT With all its clients.; Not in scope.\n"
            "Acme Desk OUT With all its clients.; Not in scope.\n");
}

TEST(ListRows, AreObjectsAtAPath) {
  for (const char* bad : {"{", "[1]", R"({"a":{}})", R"({"b":[]})"})
    EXPECT_THROW(codec::list_rows(bad, "a"), Error) << bad;
  EXPECT_THROW(codec::list_rows("[1]", ""), Error);
  const auto rows = codec::list_rows(R"([{"a":{"b":["x",1,null]},"c":null,"d":true}])", "");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].members.at("a.b"), (std::vector<std::string>{"x", "1"}));
  EXPECT_EQ(rows[0].members.at("d").front(), "true");
  EXPECT_FALSE(rows[0].members.contains("c"));
}

}  // namespace
}  // namespace certreg::reading
