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
        "Acme Mail \u202e", "See the page. Acme Mail",
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
