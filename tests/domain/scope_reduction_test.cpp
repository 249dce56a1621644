// A service that the issue before covered and this one does not name. What is bought is "Acme Mail".
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/bought.h"
#include "domain/scope_world.h"

namespace certreg {
namespace {

const char* const kNow = "Operation of Acme Drive.";

using Change = std::function<void(CertificateVersion&)>;

Assessment assess_after(const Change& before, const std::string& now) {
  Bought bought;
  bought.reference = scope_reference();
  auto& first = bought.version();
  first.services.clear();
  first.scope.clear();
  first.quotes.clear();
  before(first);
  first.quotes.push_back({.field = "scope", .text = first.scope});
  bought.records.front().issues.push_back(later_issue(first, now));
  return bought.assessment();
}

Change words(const std::string& scope) {
  return [scope](CertificateVersion& version) { version.scope = scope; };
}

ScopeItem item(const std::string& name, ScopeExtent extent = ScopeExtent::Whole) {
  ScopeItem row;
  row.name = name;
  row.extent = extent;
  if (extent != ScopeExtent::Whole) row.exclusion = "not in scope: " + name;
  return row;
}

TEST(ScopeReduction, IsFoundAndQuotesWhereItStoodBefore) {
  struct Case {
    const char* name;
    Change before;
    const char *field, *quote;
  };
  const std::vector<Case> cases = {
      {"the words", words("Operation of Acme Mail and Acme Drive."), "scope",
       "Operation of Acme Mail and Acme Drive"},
      {"a list",
       [](CertificateVersion& version) {
         version.services = {"Acme Drive", "Acme Mail"};
         version.quotes = {{.field = "services[0]", .text = "Acme Drive"},
                           {.field = "services[1]", .text = "the mail of Acme"}};
       },
       "services[1]", "the mail of Acme"},
      {"a list of services in scope",
       [](CertificateVersion& version) {
         version.scope_items = {item("Acme Drive"), item("Acme Mail")};
         version.quotes = {{.field = "scope_items[1]", .text = "| Acme Mail |"}};
       },
       "scope_items[1]", "| Acme Mail |"},
      {"in part",
       [](CertificateVersion& version) {
         version.scope_items = {item("Acme Mail", ScopeExtent::InPart)};
         version.quotes = {{.field = "scope_items[0]", .text = "| Acme Mail | but its search |"}};
       },
       "scope_items[0]", "| Acme Mail | but its search |"},
      {"the whole family", words("All Acme Mail services."), "scope", "All Acme Mail services"},
      {"all services", words("All services."), "scope", "All services."}};
  for (const auto& [name, before, field, text] : cases) {
    const auto assessment = assess_after(before, kNow);
    EXPECT_EQ(rules_of(assessment), "out_of_scope scope_reduced ") << name;
    const auto* finding = find(assessment, FindingRule::ScopeReduced);
    ASSERT_NE(finding, nullptr) << name;
    ASSERT_EQ(finding->reasons.size(), 1U) << name;
    const auto& quotes = finding->reasons.front().quotes;
    ASSERT_FALSE(quotes.empty()) << name;
    EXPECT_EQ(quotes.front().field, field) << name;
    EXPECT_EQ(quotes.front().text, text) << name;
    const auto is_same = [&](const Quote& quote) { return quote.field == quotes.front().field; };
    EXPECT_EQ(std::count_if(quotes.begin(), quotes.end(), is_same), 1) << name;
  }
}

TEST(ScopeReduction, IsNotFoundWhereTheServiceIsStillThereOrNeverWas) {
  struct Case {
    const char* name;
    Change before;
    const char *now, *rules;
  };
  const auto excluded = [](CertificateVersion& version) {
    version.scope = "Operation of Acme Mail.";
    version.exclusions = {"Acme Mail"};
  };
  const auto listed_as_out = [](CertificateVersion& version) {
    version.services = {"Acme Mail"};
    version.scope_items = {item("Acme Mail", ScopeExtent::Out)};
  };
  const auto used_by_the_holder = [](CertificateVersion& version) {
    version.services = {"Acme Mail"};
    version.scope = "Support of Acme Mail for internal use.";
  };
  const std::vector<Case> cases = {
      {"reworded", words("Operation of Acme Mail and Acme Drive."),
       "Running Acme Drive, ACME-Mail and Acme Vault.", ""},
      {"widened", words("Operation of Acme Mail."), "All services.", ""},
      {"another's went", words("Operation of Acme Mail and Acme Drive."), "Operation of Acme Mail.", ""},
      {"never named", words("Operation of Acme Drive and Acme Vault."), kNow, "out_of_scope "},
      {"excluded by its words", words("Operation of Acme Drive, excluding Acme Mail."), kNow,
       "out_of_scope "},
      {"all but it", words("All services except Acme Mail."), kNow, "out_of_scope "},
      {"excluded", excluded, kNow, "out_of_scope "},
      {"listed as out of scope", listed_as_out, kNow, "out_of_scope "},
      {"for internal use", used_by_the_holder, kNow, "out_of_scope "}};
  for (const auto& [name, before, now, rules] : cases)
    EXPECT_EQ(rules_of(assess_after(before, now)), rules) << name;
}

TEST(ScopeReduction, IsOfTheServicesThatAreBoughtAlone) {
  Bought bought;
  bought.relationship.services = {"Acme Drive"};
  bought.records.front().issues.push_back(later_issue(bought.version(), kNow));
  EXPECT_EQ(rules_of(bought.assessment()), "") << "Acme Mail went, and is not used";
}

}  // namespace
}  // namespace certreg
