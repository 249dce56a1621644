// One entry of a list, and what tells how lists are read.
#include "reading/service_entry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "certreg/domain/error.h"
#include "reading/world.h"

namespace certreg::reading {
namespace {

TEST(ServiceEntry, IsTakenApart) {
  struct {
    const char *text, *name, *short_names, *exclusion;
  } const cases[] = {
      {"Acme Mail", "Acme Mail", "", ""},
      {"  Acme\u00a0Mail \u200b", "Acme Mail", "", ""},
      {"Acme Mail™", "Acme Mail™", "", ""},
      {"Acme Simple Object Store (SOS)", "Acme Simple Object Store", "SOS", ""},
      {"Acme Simple Storage Service (S3)", "Acme Simple Storage Service", "S3", ""},
      {"Acme Simple Object Store [Acme SOS]", "Acme Simple Object Store", "Acme SOS", ""},
      {"Acme Office (GCC)", "Acme Office (GCC)", "", ""},
      {"Lockbox (Torus)", "Lockbox (Torus)", "", ""},
      {"Acme Machines (with Reserved Hosts)", "Acme Machines (with Reserved Hosts)", "", ""},
      {"Acme Flow (formerly Acme Steps)", "Acme Flow", "Acme Steps", ""},
      {"Acme Flow, previously known as Acme Steps", "Acme Flow", "Acme Steps", ""},
      {"Acme Machines (excludes hosts)", "Acme Machines", "", "excludes hosts"},
      {"Acme Machines [except hosts] (AM)", "Acme Machines", "AM", "except hosts"},
      {"Acme Machines – excluding hosts", "Acme Machines", "", "excluding hosts"},
      {"Acme Machines (Linux only)", "Acme Machines", "", "Linux only"},
      {"Acme Machines (not in scope)", "Acme Machines", "", "not in scope"},
      {"Acme Machines (no hosts)", "Acme Machines (no hosts)", "", ""},
      {"Acme Parts (not limited to Bolts)", "Acme Parts (not limited to Bolts)", "", ""},
      {"Acme Parts (not limited to Bolts, but only in blue)", "Acme Parts", "",
       "not limited to Bolts, but only in blue"},
      {"对象存储服务", "对象存储服务", "", ""},
      {"Acme U.S. Government", "Acme U.S. Government", "", ""},
      {"Acme Machines*", "Acme Machines", "", ""},
      {"Acme Machines²,³ (AM)", "Acme Machines", "AM", ""},
  };
  for (const auto& row : cases) {
    const auto entry = read_entry(row.text, {});
    ASSERT_TRUE(entry.has_value()) << row.text;
    EXPECT_EQ(entry->item.name, row.name) << row.text;
    EXPECT_EQ(fmt::format("{}", fmt::join(entry->item.short_names, ",")), row.short_names) << row.text;
    EXPECT_EQ(entry->item.exclusion, row.exclusion) << row.text;
  }
}

TEST(ServiceEntry, IsNoneWhereWordsAreNoName) {
  for (const char* text :
       {"", "  ", "—", "✓", "Excludes Acme Mail", "These services are in scope.", "What is in scope?",
        "In scope are:", "https://acme.example/services", "Acme Mail (beta", "Acme Mail)", "Mail [AM)",
        "Acme Mail \u202e", "See the page. Acme Mail", "我们提供邮件服务。", "邮件，存储",
        "我们会对您所使用的服务的每一个事件进行彻底的审查",
        "each of the services that we offer to those who buy them from us in one of our shops"})
    EXPECT_FALSE(read_entry(text, {}).has_value()) << text;
}

TEST(ServiceEntry, KeepsTheMarksOfItsFootnotes) {
  EXPECT_EQ(read_entry("Acme Mail**", {})->marks, std::vector<std::string>{"**"});
  EXPECT_EQ(read_entry("Acme Mail¹²", {})->marks, std::vector<std::string>{"¹²"});
  EXPECT_EQ(read_entry("Acme Mail [3] (AM)", {})->marks, std::vector<std::string>{"[3]"});
}

TEST(ServiceEntry, KeepsNoMoreOfAnExclusionThanCanBeStored) {
  std::string words = "excludes ";
  for (int i = 0; i < 1000; ++i) words += "ä";
  const auto entry = read_entry("Acme Mail (" + words + ")", {});
  EXPECT_LE(entry->item.exclusion.size(), kLongestItemExclusion);
  EXPECT_TRUE(words.starts_with(entry->item.exclusion));
  EXPECT_TRUE(entry->item.exclusion.ends_with("ä"));
}

TEST(ServiceEntry, IsSplitWhereEveryPartIsAName) {
  struct {
    const char* text;
    std::vector<std::string> parts;
  } const cases[] = {
      {"Acme Mail, Acme Drive, and iDesk", {"Acme Mail", "Acme Drive", "iDesk"}},
      {"Acme Mail (web, desktop), Acme Drive", {"Acme Mail (web, desktop)", "Acme Drive"}},
      {"Acme Mail", {"Acme Mail"}},
      {"", {}},
      {"Advice for Acme Mail, Drive, and for small firms",
       {"Advice for Acme Mail, Drive, and for small firms"}},
      {"Acme Guard: Alerts, Reports", {"Acme Guard: Alerts, Reports"}},
  };
  for (const auto& row : cases) EXPECT_EQ(split_services(row.text, ","), row.parts) << row.text;
}

ListSpec table_spec() {
  ListSpec spec;
  spec.form = ListForm::Table;
  spec.columns = {{"service", "Service"}};
  spec.standards = {{"iso-iec-27001"}};
  return spec;
}

TEST(ListSpec, NamesTheMemberThatBreaksARule) {
  EXPECT_NO_THROW(check_list_spec(table_spec(), world()));
  using Change = void (*)(ListSpec&);
  struct {
    const char* field;
    Change change;
  } const cases[] = {
      {"columns.service", [](ListSpec& s) { s.columns.clear(); }},
      {"columns.service", [](ListSpec& s) { s.columns["service"] = " "; }},
      {"columns.colour", [](ListSpec& s) { s.columns["colour"] = "Colour"; }},
      {"columns", [](ListSpec& s) { s.form = ListForm::Bullets; }},
      {"standard_columns",
       [](ListSpec& s) {
         s.form = ListForm::Lines;
         s.columns.clear();
         s.standard_columns = {{"ISO", {"iso-iec-27001"}}};
       }},
      {"standards", [](ListSpec& s) { s.standards.clear(); }},
      {"standards", [](ListSpec& s) { s.standards = {{"iso-0"}}; }},
      {"standards",
       [](ListSpec& s) {
         s.standard_columns = {{"ISO", {"iso-iec-27001"}}};
       }},
      {"standard_columns",
       [](ListSpec& s) {
         s.standards.clear();
         s.standard_columns = {{"ISO", {"iso-0"}}};
       }},
      {"separators", [](ListSpec& s) { s.separators = "a"; }},
      {"region_separators", [](ListSpec& s) { s.region_separators = "("; }},
      {"in_scope", [](ListSpec& s) { s.in_scope.emplace_back(" "); }},
      {"skip", [](ListSpec& s) { s.skip.emplace_back(); }},
      {"not_in_scope", [](ListSpec& s) { s.not_in_scope.emplace_back("YES"); }},
  };
  for (const auto& row : cases) {
    auto spec = table_spec();
    row.change(spec);
    try {
      check_list_spec(spec, world());
      ADD_FAILURE() << row.field;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::Invalid);
      EXPECT_EQ(error.fields.at(0).field, row.field) << error.fields.at(0).rule;
    }
  }
}

}  // namespace
}  // namespace certreg::reading
