#include "domain/scope_naming.h"

#include <gtest/gtest.h>

#include "domain/scope_world.h"

namespace certreg {
namespace {

struct Row {
  const char* scope;
  const char* asked;
  Named as;
  const char* words;  // Near, and what leaves it open: the words that the answer names
};

void expect(std::initializer_list<Row> rows) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming =
      naming_of(certificate_of("Acme Cloud Limited"), supplier_named("Acme Cloud Ltd"), words);
  for (const auto& row : rows) {
    const ScopeText text(row.scope);
    const auto found = named_in_text(text, row.asked, naming);
    EXPECT_EQ(static_cast<int>(found.as), static_cast<int>(row.as)) << row.scope << " | " << row.asked;
    if (row.words != nullptr) {
      EXPECT_EQ(found.words, row.words) << row.scope << " | " << row.asked;
    }
    EXPECT_TRUE(found.quote.empty() == (found.as == Named::No)) << row.scope;
    EXPECT_NE(std::string(row.scope).find(found.quote), std::string::npos) << found.quote;
  }
}

TEST(ScopeNaming, AWholeNameCounts) {
  expect({{"Operation of Acme Mail and Acme Drive.", "Acme Mail", Named::Whole, nullptr},
          {"Operation of Acme Mail and Acme Drive.", "acme-mail", Named::No, nullptr},
          {"Operation of Acme Mail and Acme Drive.", "Acme-Mail", Named::Whole, nullptr},
          {"Hosting Acme Mail", "Acme Mail", Named::Whole, nullptr},
          {"HOSTING OF ACME MAIL", "Acme Mail", Named::Whole, nullptr},
          {"Betrieb von Acme Mail.", "Acme Mail", Named::Whole, nullptr},
          {"the Acme Mail service", "Acme Mail", Named::Whole, nullptr},
          {"The ISMS covers Object Store S3, Acme Q2.", "Q2", Named::Whole, nullptr},
          {"Simple Object Store (SOS), Acme Drive", "SOS", Named::Whole, nullptr},
          {"Simple Object Store (SOS), Acme Drive", "Simple Object Store (SOS)", Named::Whole, nullptr},
          {"Acme Mail (SaaS)", "Acme Mail", Named::Whole, nullptr},
          {"Operation of Jira, Confluence", "Confluence", Named::Whole, nullptr}});
}

TEST(ScopeNaming, APartOfAnotherNameIsNear) {
  expect({{"Operation of Azure SQL Edge.", "Azure SQL", Named::Near, "Azure SQL Edge"},
          {"Operation of Azure SQL Edge.", "SQL Edge", Named::Near, "Azure SQL Edge"},
          {"Operation of S3 Glacier.", "S3", Named::Near, "S3 Glacier"},
          {"Operation of S3.", "S3 Glacier", Named::No, nullptr},
          {"Operation of Acme Mailbox.", "Acme Mail", Named::No, nullptr},
          {"Operation of Acme Mail-Archive.", "Acme Mail", Named::Near, "Acme Mail-Archive"},
          {"Operation of Acme Mail (Archive).", "Acme Mail", Named::Near, "Acme Mail (Archive)"},
          {"Operation of Acme Plan 2.", "Acme Plan", Named::Near, "Acme Plan 2"}});
}

TEST(ScopeNaming, ACommonWordNamesNothing) {
  expect({{"Operation of the Acme Cloud Platform.", "Cloud", Named::Near, nullptr},
          {"Operation of the Platform.", "Platform", Named::Near, nullptr},
          {"Support, development", "Support", Named::Near, nullptr},
          {"Cloud Services and consulting", "Cloud Services", Named::Near, nullptr},
          {"Our teams operate it", "Teams", Named::Near, nullptr},
          {"Teams operate it", "Teams", Named::Near, nullptr},
          {"cloud services", "cloud services", Named::No, nullptr}});
}

TEST(ScopeNaming, WordsOfExclusionLeaveOutWhatFollowsThem) {
  expect({{"All services excluding Acme Mail.", "Acme Mail", Named::Excluded, "excluding"},
          {"All services with the exception of the Acme Mail.", "Acme Mail", Named::Excluded,
           "with the exception of"},
          {"Alle Dienste mit Ausnahme von Acme Mail und Acme Drive.", "Acme Drive", Named::Excluded, nullptr},
          {"Acme Drive (excluding Acme Mail), Acme Backup.", "Acme Mail", Named::Excluded, nullptr},
          {"Acme Drive excluding support of Acme Mail.", "Acme Mail", Named::Unclear, "excluding"},
          {"Acme Drive excluding Acme Backup, Acme Mail.", "Acme Mail", Named::Unclear, nullptr},
          {"Acme Mail, excluding support.", "Acme Mail", Named::Unclear, "excluding"},
          {"Acme Mail, excluding Acme Mail Archive.", "Acme Mail", Named::Unclear, nullptr},
          {"Acme Mail is not covered.", "Acme Mail", Named::Unclear, "not"},
          {"Not excluding Acme Mail.", "Acme Mail", Named::Unclear, nullptr},
          {"Acme Mail, excluding Dublin.", "Acme Mail", Named::Unclear, nullptr},
          {"Acme Mail and Acme Drive, excluding Acme Backup.", "Acme Mail", Named::Whole, nullptr},
          {"Acme Drive (excluding Acme Backup) and Acme Mail.", "Acme Mail", Named::Whole, nullptr}});
}

TEST(ScopeNaming, WordsOfLimitationCoverWhatTheyList) {
  expect({{"Services of Acme, limited to Acme Mail and Acme Drive.", "Acme Drive", Named::Whole, nullptr},
          {"Acme Mail, restricted to support.", "Acme Mail", Named::Unclear, "restricted to"},
          {"Acme Mail (backend only).", "Acme Mail", Named::Unclear, "only"},
          {"Limited to the support of Acme Mail.", "Acme Mail", Named::Unclear, nullptr},
          {"Services including but not limited to Acme Mail.", "Acme Mail", Named::Whole, nullptr},
          {"Betrieb beschränkt auf Acme Mail.", "Acme Mail", Named::Whole, nullptr}});
}

TEST(ScopeNaming, WhatServesAServiceIsNotIt) {
  expect({{"IT infrastructure supporting the delivery of Acme Mail.", "Acme Mail", Named::Served,
           "supporting the delivery of"},
          {"The management system supporting the delivery of Acme Mail.", "Acme Mail", Named::Whole, nullptr},
          {"Acme Mail for internal use.", "Acme Mail", Named::Internal, "for internal use"},
          {"Acme Drive. Acme Mail für interne Zwecke.", "Acme Drive", Named::Whole, nullptr},
          {"Acme Drive as hosted by River Cloud.", "River Cloud", Named::Host, "as hosted by"}});
}

TEST(ScopeNaming, AnotherHostIsTold) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming =
      naming_of(certificate_of("Acme Cloud Limited"), supplier_named("Acme Cloud Ltd"), words);
  const ScopeText by_another("Operation of Acme Mail as hosted by River Cloud, and its support.");
  EXPECT_EQ(named_in_text(by_another, "Acme Mail", naming).host, "as hosted by River Cloud");
  const ScopeText by_itself("Operation of Acme Mail as hosted by Acme Cloud.");
  EXPECT_EQ(named_in_text(by_itself, "Acme Mail", naming).host, "");
}

TEST(ScopeNaming, ALongSentenceIsQuotedInPart) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming =
      naming_of(certificate_of("Acme Cloud Limited"), supplier_named("Acme Cloud Ltd"), words);
  std::string scope = "Operation";
  for (int i = 0; i < 60; ++i) scope += " and further work";
  scope += " of Acme Mail";
  for (int i = 0; i < 60; ++i) scope += " and further work";
  const ScopeText text(scope);
  const auto quote = named_in_text(text, "Acme Mail", naming).quote;
  EXPECT_NE(quote.find("Acme Mail"), std::string_view::npos);
  EXPECT_LT(quote.size(), 200U);
  EXPECT_NE(scope.find(quote), std::string::npos);
}

TEST(ScopeNaming, AllServicesIsTheWholeText) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming =
      naming_of(certificate_of("Acme Cloud Limited"), supplier_named("Acme Cloud Ltd"), words);
  for (const char* all : {"All services.", "All services of the company", "All services of Acme Cloud Ltd."})
    EXPECT_TRUE(says_all_services(ScopeText(all), naming)) << all;
  for (const char* other : {"Support for all services", "All services of the", "All services for mail",
                            "All services of River Ltd", "All services in Dublin", ""})
    EXPECT_FALSE(says_all_services(ScopeText(other), naming)) << other;
}

TEST(ScopeNaming, AFamilyIsWholeInSoManyWords) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming =
      naming_of(certificate_of("Acme Cloud Limited"), supplier_named("Acme Cloud Ltd"), words);
  EXPECT_EQ(whole_family_in(ScopeText("Operation of all Acme 365 services."), "Acme 365", naming),
            "all Acme 365 services");
  EXPECT_EQ(whole_family_in(ScopeText("Acme 365 (all services)"), "Acme 365", naming),
            "Acme 365 (all services)");
  for (const char* other :
       {"Acme 365 services", "all Acme 365 services except Acme Mail", "all Acme services"})
    EXPECT_EQ(whole_family_in(ScopeText(other), "Acme 365", naming), "") << other;
}

}  // namespace
}  // namespace certreg
