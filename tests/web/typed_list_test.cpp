// Lists as a person corrects them, one entry a line.
#include "web/typed_list.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "web/proposal_form.h"

namespace certreg::web {
namespace {

using Json = nlohmann::ordered_json;

const Field& field(std::string_view member) { return *field_of_member(member); }

CertificateVersion read_version() {
  CertificateVersion version;
  version.sites = {{"Berlin", "1 Weg\nHaus 2", "DE", "Hosting"},
                   {"", "2 Weg", "DE", ""},
                   {"Madrid", "3 Calle", "ES", ""},
                   {"Madrid", "4 Calle", "ES", "Support"}};
  version.accreditations = {{"UKAS", AccreditationBodyId{"gb-ukas"}, "0001"}};
  version.services = {"Acme Mail", "Acme | Drive"};
  version.scope_items = {{.name = "Storage",
                          .short_names = {"S3", "Blobs"},
                          .family = "Data",
                          .regions = {"Frankfurt, Germany", "Dublin"},
                          .extent = ScopeExtent::InPart,
                          .exclusion = "not the tapes"},
                         {.name = "Queue", .all_regions = true},
                         {.name = "Maps", .extent = ScopeExtent::Out, .exclusion = "in preview"}};
  return version;
}

Json read_of(const std::string& member) { return codec::to_json(read_version())[member]; }

Json typed(const std::string& member, const std::string& text, Language language = Language::English) {
  return typed_entries(field(member), read_of(member), text, language);
}

Json made(const std::string& member, const std::function<void(CertificateVersion&)>& change) {
  auto version = read_version();
  change(version);
  return codec::to_json(version)[member];
}

TEST(TypedList, SaysAnEntryInOneLine) {
  const auto lines = [](const char* member) {
    return typed_lines(field(member), read_of(member), Language::English);
  };
  EXPECT_EQ(lines("sites"),
            (std::vector<std::string>{"Berlin | 1 Weg Haus 2 | DE | Hosting", " | 2 Weg | DE",
                                      "Madrid | 3 Calle | ES", "Madrid | 4 Calle | ES | Support"}));
  EXPECT_EQ(lines("accreditations"), std::vector<std::string>{"UKAS | 0001"});
  EXPECT_EQ(lines("services"), (std::vector<std::string>{"Acme Mail", "Acme | Drive"}));
  EXPECT_EQ(lines("scope_items"),
            (std::vector<std::string>{
                "Storage | S3; Blobs | Data | Frankfurt, Germany; Dublin | in part | not the tapes",
                "Queue |  |  | all regions", "Maps |  |  |  | not in scope | in preview"}));
}

// Whatever the language, and with the breaks that a browser sends.
TEST(TypedList, WhatStandsInTheBoxIsWhatWasRead) {
  for (const auto language : {Language::English, Language::German})
    for (const char* member : {"sites", "accreditations", "services", "scope_items"}) {
      std::string text;
      for (const auto& line : typed_lines(field(member), read_of(member), language)) text += line + "\r\n";
      EXPECT_EQ(typed(member, text, language), read_of(member)) << member;
    }
}

struct Case {
  const char *name, *member, *text;
  std::function<void(CertificateVersion&)> change;  // of what was read
};
TEST(TypedList, KeepsWhatIsKnownOfTheEntriesThatStay) {
  const Case cases[] = {
      {"one left out", "sites",
       "Berlin | 1 Weg Haus 2 | DE | Hosting\n| 2 Weg | DE\nMadrid | 4 Calle | ES | Support",
       [](auto& v) { v.sites.erase(v.sites.begin() + 2); }},
      {"by name or address", "sites", "2 Weg\nBerlin",
       [](auto& v) {
         v.sites = {v.sites[1], v.sites[0]};
       }},
      {"each of a name once", "sites", "Madrid\nMadrid",
       [](auto& v) {
         v.sites = {v.sites[2], v.sites[3]};
       }},
      {"a whole line before a name", "sites", "Madrid\nMadrid | 3 Calle | ES",
       [](auto& v) {
         v.sites = {v.sites[3], v.sites[2]};
       }},
      {"a part changed", "sites", "Berlin | 9 Weg | DE | Hosting",
       [](auto& v) {
         v.sites = {v.sites[0]};
         v.sites[0].address = "9 Weg";
       }},
      {"a number changed, the body stays", "accreditations", "UKAS | 0002",
       [](auto& v) { v.accreditations[0].number = "0002"; }},
      {"services in another order", "services", "Acme | Drive\nAcme Mail",
       [](auto& v) { std::swap(v.services[0], v.services[1]); }},
      {"a service goes out", "scope_items", "Storage\nQueue ||| all regions | not in scope | closed\nMaps",
       [](auto& v) {
         v.scope_items[1].extent = ScopeExtent::Out;
         v.scope_items[1].exclusion = "closed";
       }},
      {"regions", "scope_items", "Queue ||| Dublin ; Paris, France",
       [](auto& v) {
         v.scope_items = {{.name = "Queue", .regions = {"Dublin", "Paris, France"}}};
       }},
      {"none", "sites", " - ", [](auto& v) { v.sites.clear(); }},
  };
  for (const auto& [name, member, text, change] : cases)
    EXPECT_EQ(typed(member, text), made(member, change)) << name;
}

TEST(TypedList, ANewEntryHasWhatIsTyped) {
  EXPECT_EQ(typed("sites", "Paris | 5 Rue | FR")[0]["name"], "Paris");
  EXPECT_EQ(typed("sites", "Paris | 5 Rue | FR")[0]["address"], "5 Rue");
  EXPECT_FALSE(typed("accreditations", "Another Board | 0001")[0].contains("body"));
  const auto item = typed("scope_items", "Chat | C1 | | alle Regionen | nicht im Geltungsbereich | neu")[0];
  EXPECT_EQ(item["short_names"], Json::array({"C1"}));
  EXPECT_EQ(item["all_regions"], true);
  EXPECT_EQ(item["extent"], "out");
  EXPECT_EQ(item["exclusion"], "neu");
}

// Whoever leaves the extent away has not said that it is in scope.
TEST(TypedList, WhatWasOutOfScopeNeverComesInByOmission) {
  const auto all = std::string("Storage\nQueue\n");
  for (const char* line : {"Maps", "Maps | M", "Maps | M | Data | Dublin", "Maps |  |  |  |  | in preview"}) {
    const auto item = typed("scope_items", all + line)[2];
    EXPECT_EQ(item["extent"], "out") << line;
    EXPECT_EQ(item["exclusion"], "in preview") << line;
  }
  for (const char* line : {"Maps Pro", "Maps Pro | M", "Maps Pro |  |  |  |  | in preview"})
    EXPECT_THROW(typed("scope_items", all + line), Error) << line;
  EXPECT_THROW(typed("scope_items", "Queue\nMaps\nStorage Pro"), Error) << "was in scope in part";
  EXPECT_EQ(typed("scope_items", all + "Maps Pro |||| not in scope")[2]["extent"], "out");
  EXPECT_EQ(typed("scope_items", all + "Maps |||| in scope")[2]["extent"], "whole") << "somebody said so";
  EXPECT_EQ(typed("scope_items", all + "Maps\nMaps Pro")[3]["extent"], "whole") << "nothing is missing";
}

TEST(TypedList, RefusesWhatSaysNothing) {
  for (const auto& [member, text] : {std::pair("sites", "a|b|c|d|e"), std::pair("accreditations", "a|b|c"),
                                     std::pair("scope_items", "Mail||||perhaps|x")})
    EXPECT_THROW(typed(member, text), Error) << text;
}

// A list that is sent as it stands is no correction, unless it was left open.
TEST(TypedList, AsReadIsNoCorrection) {
  reading::Draft draft;
  draft.version = read_version();
  const auto corrections = [&](const char* body) {
    return acceptance_in(ProposalForm(body), draft, "upload.pdf", Language::English).corrections;
  };
  EXPECT_EQ(corrections("fix.accreditations=UKAS+%7C+0001%0D%0A&fix.services=Acme+Mail%0AAcme+%7C+Drive"),
            "");
  EXPECT_EQ(corrections("fix.services=Acme+Mail"), R"({"services":["Acme Mail"]})");
  draft.ambiguities.push_back({"services", "two lists", {}});
  EXPECT_EQ(corrections("fix.services=Acme+Mail%0AAcme+%7C+Drive"),
            R"({"services":["Acme Mail","Acme | Drive"]})");
}

}  // namespace
}  // namespace certreg::web
