#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

void close_lists(Situation& s, int held) {
  s.version().services_closed = s.version().sites_closed = true;
  s.version().pages_held = held;
  s.version().pages_stated = 4;
}

void ask_service(Situation& s, const char* service) { s.question.services = {service}; }

void ask_site(Situation& s, const char* site) {
  s.question.services.clear();
  s.question.site = site;
  s.version().sites = {{"Dublin 2", "1 Main Street, Dublin", "IE", ""}, {"eu-west-1", "", "", ""}};
}

void ask_soa(Situation& s, const char* version, const char* date) {
  s.version().soa_version = "1.4";
  s.version().soa_date = day("2025-07-31");
  s.question.soa_version = version;
  s.question.soa_date = Date::parse(date);
}

}  // namespace

std::vector<Row> scope_rows() {
  using enum Code;
  return {
      {"listed", [](Situation&) {}, kYes, {ServiceNamed}},
      {"listed, in other letters", [](Situation& s) { ask_service(s, "ACME–Mail™"); }, kYes, {ServiceNamed}},
      {"in the text of the scope", [](Situation& s) { s.version().services.clear(); }, kYes, {ServiceNamed}},
      {"a part of a word",
       [](Situation& s) {
         s.version().services.clear();
         s.version().scope = "Operation of Acme Mailbox.";
       },
       kUnsure,
       {ServiceNotNamed}},
      {"text with words of exclusion",
       [](Situation& s) {
         s.version().services.clear();
         s.version().scope = "All services except Acme Mail.";
       },
       kUnsure,
       {ServiceNotNamed}},
      {"excluded",
       [](Situation& s) { s.version().exclusions = {"Support of Acme Mail"}; },
       kNo,
       {ActivityExcluded}},
      {"all services",
       [](Situation& s) {
         ask_service(s, "Acme Backup");
         s.version().all_services = true;
       },
       kYes,
       {AllServices}},
      {"all services but one",
       [](Situation& s) {
         ask_service(s, "Acme Backup");
         s.version().all_services = true;
         s.version().exclusions = {"Acme Backup"};
       },
       kNo,
       {ActivityExcluded}},
      {"not named", [](Situation& s) { ask_service(s, "Acme Backup"); }, kUnsure, {ServiceNotNamed}},
      {"not on a closed list",
       [](Situation& s) {
         ask_service(s, "Acme Backup");
         close_lists(s, 4);
       },
       kNo,
       {ServiceNotNamed}},
      {"a closed list with a page missing",
       [](Situation& s) {
         ask_service(s, "Acme Backup");
         close_lists(s, 3);
       },
       kUnsure,
       {ServiceNotNamed}},
      {"pages not stated",
       [](Situation& s) {
         ask_service(s, "Acme Backup");
         s.version().services_closed = true;
         s.version().pages_held = 4;
       },
       kUnsure,
       {ServiceNotNamed}},
      {"close to an entry of a closed list",
       [](Situation& s) {
         ask_service(s, "Mail");
         close_lists(s, 4);
         s.version().scope.clear();
       },
       kUnsure,
       {ServiceNotNamed}},
      {"confirmed",
       [](Situation& s) {
         ask_service(s, "Acme Backup");
         close_lists(s, 4);
         s.records.front().confirmed_services = {"acme backup"};
       },
       kYes,
       {ConfirmedByPerson}},
      {"confirmed but excluded",
       [](Situation& s) {
         ask_service(s, "Acme Backup");
         s.version().exclusions = {"Acme Backup"};
         s.records.front().confirmed_services = {"Acme Backup"};
       },
       kNo,
       {ActivityExcluded}},
      {"nothing asked", [](Situation& s) { s.question.services.clear(); }, kUnsure, {ServiceNotNamed}},
      {"nothing asked of all services",
       [](Situation& s) {
         s.question.services.clear();
         s.version().all_services = true;
       },
       kYes,
       {AllServices}},
      {"nothing asked of all services but one",
       [](Situation& s) {
         s.question.services.clear();
         s.version().all_services = true;
         s.version().exclusions = {"Acme Backup"};
       },
       kUnsure,
       {ServiceNotNamed}},
      {"no scope",
       [](Situation& s) {
         s.version().scope.clear();
         s.version().services.clear();
       },
       kUnsure,
       {ScopeUnknown}},
      {"no scope and nothing asked",
       [](Situation& s) {
         s.version().scope.clear();
         s.version().services.clear();
         s.question.services.clear();
       },
       kUnsure,
       {ScopeUnknown}},
      {"one of two",
       [](Situation& s) {
         s.question.services = {"Acme Mail", "Acme Backup"};
       },
       kUnsure,
       {ServiceNotNamed, ServiceNamed}},
      {"the issue before named it",
       [](Situation& s) {
         auto issue = s.version();
         issue.issued = issue.valid_from = day("2026-02-01");
         issue.services = {"Acme Drive"};
         issue.scope = "Operation of Acme Drive.";
         s.records.front().issues.push_back(issue);
       },
       kUnsure,
       {ServiceNotNamed, ScopeReduced}},
      {"site", [](Situation& s) { ask_site(s, "EU West 1"); }, kYes, {SiteListed}},
      {"site by its address", [](Situation& s) { ask_site(s, "1 Main Street Dublin"); }, kYes, {SiteListed}},
      {"site not listed", [](Situation& s) { ask_site(s, "Paris"); }, kUnsure, {SiteNotListed}},
      {"site not on a closed list",
       [](Situation& s) {
         ask_site(s, "Paris");
         close_lists(s, 4);
       },
       kNo,
       {SiteNotListed}},
      {"a town with a site", [](Situation& s) { ask_site(s, "Dublin"); }, kYes, {SiteListed}},
      {"a part of a town with a site, closed list",
       [](Situation& s) {
         ask_site(s, "Main Street");
         close_lists(s, 4);
       },
       kUnsure,
       {SiteNotListed}},
      {"a site that an exclusion names",
       [](Situation& s) {
         ask_site(s, "Dublin");
         s.version().exclusions = {"Development in Dublin"};
       },
       kUnsure,
       {SiteNotListed}},
      {"service but not site",
       [](Situation& s) {
         ask_site(s, "Paris");
         ask_service(s, "Acme Mail");
       },
       kUnsure,
       {SiteNotListed, ServiceNamed}},
      {"role",
       [](Situation& s) {
         s.question.role = "processor";
         s.version().roles = {"processor"};
       },
       kYes,
       {ServiceNamed}},
      {"another role",
       [](Situation& s) {
         s.question.role = "processor";
         s.version().roles = {"controller"};
       },
       kNo,
       {RoleMismatch, ServiceNamed}},
      {"role not stated",
       [](Situation& s) { s.question.role = "processor"; },
       kUnsure,
       {ScopeUnknown, ServiceNamed}},
      {"a role is no service",
       [](Situation& s) {
         s.question.services.clear();
         s.question.role = "processor";
         s.version().roles = {"processor"};
       },
       kUnsure,
       {ServiceNotNamed}},
      {"the same statement", [](Situation& s) { ask_soa(s, "v1.4", ""); }, kYes, {ServiceNamed}},
      {"an older statement", [](Situation& s) { ask_soa(s, "1.3", ""); }, kUnsure, {SoaOlder, ServiceNamed}},
      {"a newer statement", [](Situation& s) { ask_soa(s, "1.10", ""); }, kYes, {ServiceNamed, SoaNewer}},
      {"an older date",
       [](Situation& s) { ask_soa(s, "", "2025-07-30"); },
       kUnsure,
       {SoaOlder, ServiceNamed}},
      {"a newer date", [](Situation& s) { ask_soa(s, "", "2025-08-01"); }, kYes, {ServiceNamed, SoaNewer}},
      {"a statement without order",
       [](Situation& s) { ask_soa(s, "B", ""); },
       kUnsure,
       {SoaOlder, ServiceNamed}},
  };
}

TEST(Assess, Scope) { expect_answers(Topic::Scope, scope_rows()); }

TEST(Assess, WarningsBearTheValueThatTheyLeave) {
  Situation s;
  ask_soa(s, "1.10", "");
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.deciding().answers[2].reasons.back().value, kYes);
  EXPECT_EQ(verdict.outcome, Outcome::Satisfied);
}

}  // namespace certreg
