#include "service/portfolio_world.h"
#include "web/finding_topics.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

using service::PortfolioWorld;
using service::Role;

// Somebody who looks at findings and decides.
class Desk {
 public:
  explicit Desk(PortfolioWorld& world, Role role = Role::Reviewer)
      : pages_(world.services(), {}), browser_(pages_) {
    browser_.sign_in(world.key(role));
  }
  http::Response look(const std::string& target = "/findings") { return seen_ = browser_.get(target); }
  // With the form of the page that was looked at last.
  http::Response decide(const std::string& finding, const std::string& fields,
                        const std::string& target = "/findings") {
    return browser_.post(target, "token=" + field_of(seen_, "token") + "&finding=" + finding +
                                     "&seen=" + field_of(seen_, "seen") +
                                     "&seen_version=" + field_of(seen_, "seen_version") +
                                     "&seen_services=" + field_of(seen_, "seen_services") +
                                     "&seen_finding=" + field_of(seen_, "seen_finding") + "&" + fields);
  }

 private:
  Pages pages_;
  Browser browser_;
  http::Response seen_;
};

const char* const kAccept = "kind=accept_risk&until=2026-06-30&reason=We+wait";

TEST(FindingsPage, ShowsThemAndWhoMayDecide) {
  PortfolioWorld world;
  const auto id = world.findings(world.buy("R-1", "Acme Vault")).front().id.value;
  Desk reviewer(world), reader(world, Role::Reader);
  const auto page = reviewer.look();
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "id=\"f-" + id + "\""));
  EXPECT_TRUE(has(page, "<option value=\"scope_is_in\""));
  EXPECT_FALSE(has(page, "<option value=\"confirm_successor\"")) << "it is no matter of a successor";
  EXPECT_FALSE(has(page, "<option value=\"withdraw\"")) << "nothing was decided";
  const auto read_only = reader.look();
  EXPECT_TRUE(has(read_only, "id=\"f-" + id + "\""));
  EXPECT_FALSE(has(read_only, "<select id=\"kind-"));
  EXPECT_EQ(reader.decide(id, kAccept).status, 403);
  EXPECT_EQ(world.findings(service::list_relationships(world.services(), {}, 1).front()).front().state,
            FindingState::Open);
}

TEST(FindingsPage, ADecisionIsKeptAndToldAndLeadsBackToTheList) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  const auto id = world.findings(bought).front().id.value;
  Desk desk(world);
  desk.look("/findings?state=open");
  const auto done = desk.decide(id, kAccept, "/findings?state=open");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(header_of(done, "Location"), "/findings?state=open&decided=" + id + "#done");
  EXPECT_EQ(world.told(bought), "out_of_scope:accepted ");
  const auto page = desk.look("/findings?state=open&decided=" + id);
  EXPECT_TRUE(has(page, "<strong>risk accepted</strong> until 30 June 2026"));
  EXPECT_TRUE(has(page, "href=\"/findings?finding=" + id + "\""));
  EXPECT_TRUE(has(page, "No finding fits these filters."));
  const auto alone = desk.look("/findings?finding=" + id);
  EXPECT_TRUE(has(alone, "reviewer</bdi>: <strong>risk accepted</strong> until 30 June 2026"));
  EXPECT_TRUE(has(alone, "<option value=\"withdraw\""));
}

TEST(FindingsPage, WhatIsWrongStandsBesideTheFieldAndWhatWasTypedIsKept) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  const auto id = world.findings(bought).front().id.value;
  Desk desk(world);
  desk.look();
  struct Case {
    const char *fields, *field, *problem;
  };
  const Case cases[] = {{"kind=&until=&reason=We+wait", "kind", "is required"},
                        {"kind=accept_risk&until=&reason=We+wait", "until", "is needed for this decision"},
                        {"kind=accept_risk&until=2026-05-31&reason=We+wait", "until", "is past"},
                        {"kind=accept_risk&until=2026-02-30&reason=We+wait", "until", "must be a day"},
                        {"kind=not_applicable&until=2026-06-30&reason=We+wait", "until", "is not for this"},
                        {"kind=accept_risk&until=2036-06-30&reason=We+wait", "until", "three years"},
                        {"kind=accept_risk&until=2026-06-30&reason=+%0D%0A", "reason", "is required"},
                        {"kind=confirm_successor&until=&reason=We+wait", "kind", "confirm_successor"}};
  for (const auto& [fields, field, problem] : cases) {
    const auto page = desk.decide(id, fields);
    EXPECT_EQ(page.status, 400) << fields;
    const auto mark = "id=\"" + std::string(field) + "-" + id + "-problem\">";
    ASSERT_TRUE(has(page, mark)) << fields;
    EXPECT_NE(page.body.substr(page.body.find(mark) + mark.size(), 120).find(problem), std::string::npos)
        << fields;
    const bool typed_nothing = std::string_view(field) == "reason";
    EXPECT_EQ(has(page, ">\nWe wait</textarea>"), !typed_nothing) << fields;
  }
  EXPECT_EQ(world.told(bought), "out_of_scope:open ");
}

TEST(FindingsPage, TheSecondOfTwoWhoDecideIsTold) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  const auto id = world.findings(bought).front().id.value;
  Desk first(world), second(world);
  first.look("/findings?state=open");
  second.look("/findings?state=open");
  EXPECT_EQ(first.decide(id, kAccept).status, 303);
  const std::string mine = "kind=not_applicable&until=&reason=Not+ours";
  const auto told = second.decide(id, mine, "/findings?state=open");
  EXPECT_EQ(told.status, 409);
  EXPECT_TRUE(has(told, "Somebody else decided meanwhile"));
  EXPECT_TRUE(has(told, "<strong>risk accepted</strong> until 30 June 2026")) << "though it left the list";
  EXPECT_TRUE(has(told, ">\nNot ours</textarea>"));
  EXPECT_EQ(service::relationship_decisions(world.services(), bought.id).size(), 1U);
  second.look("/findings?finding=" + id);
  EXPECT_EQ(second.decide(id, mine).status, 303) << "now that they know";
  EXPECT_EQ(world.told(bought), "out_of_scope:not_applicable ");
}

TEST(FindingsPage, AScopeReadingIsTakenWithItsServices) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  Desk desk(world);
  desk.look();
  const auto id = world.findings(bought).front().id.value;
  EXPECT_EQ(desk.decide(id, "kind=scope_is_in&until=&reason=Read+it&services=Acme+Vault%0D%0A").status, 303);
  const auto decisions = service::relationship_decisions(world.services(), bought.id);
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_TRUE(decisions.front().in_scope);
  EXPECT_EQ(decisions.front().services, (std::vector<std::string>{"Acme Vault"}));
  EXPECT_EQ(world.told(bought), "out_of_scope:cured ");
}

TEST(FindingsPage, WhatGotWorseAfterThePageIsNotDecided) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Mail");
  world.clock().set("2028-01-01T23:30:00Z");
  service::watch(world.services(), PortfolioWorld::kAda);
  FindingId id;
  for (const auto& one : world.findings(bought))
    if (one.finding.rule == FindingRule::Expiring) id = one.id;
  const char* const accept = "kind=accept_risk&until=2028-01-05&reason=We+wait";
  Desk desk(world);
  EXPECT_TRUE(has(desk.look("/findings?finding=" + id.value), "severity-medium"));
  world.clock().set("2028-01-02T00:30:00Z");
  service::watch(world.services(), PortfolioWorld::kAda);
  const auto told = desk.decide(id.value, accept, "/findings?finding=" + id.value);
  EXPECT_EQ(told.status, 409);
  EXPECT_TRUE(has(told, "severity-high"));
  EXPECT_TRUE(has(told, "has changed meanwhile"));
  EXPECT_TRUE(has(told, ">\nWe wait</textarea>"));
  EXPECT_TRUE(service::relationship_decisions(world.services(), bought.id).empty());
  desk.look("/findings?finding=" + id.value);
  EXPECT_EQ(desk.decide(id.value, accept).status, 303);
}

TEST(FindingsPage, AScopeThatCameAfterThePageIsNotRead) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  const auto id = world.findings(bought).front().id.value;
  const char* const reading = "kind=scope_is_in&until=&reason=Read+it&services=";
  Desk desk(world);
  desk.look();
  const auto record = world.services().catalogue.certificate(world.certificate_);
  auto issue = record->latest();
  issue.scope = "Development of Acme Mail.";
  service::correct_certificate(world.services(), record->id, record->latest().id, issue,
                               service::CorrectionKind::NewIssue, PortfolioWorld::kAda);
  const auto told = desk.decide(id, reading);
  EXPECT_EQ(told.status, 409);
  EXPECT_TRUE(has(told, "has changed meanwhile"));
  EXPECT_TRUE(has(told, ">\nRead it</textarea>"));
  EXPECT_TRUE(service::relationship_decisions(world.services(), bought.id).empty());
  desk.look();
  EXPECT_EQ(desk.decide(id, reading).status, 303) << "now that they could read it";
}

TEST(FindingsPage, AServiceThatIsBoughtAfterThePageIsNotLookedFor) {
  PortfolioWorld world;
  auto bought = world.buy("R-1", "Acme Vault");
  const auto id = world.findings(bought).front().id.value;
  const char* const reading = "kind=scope_is_in&until=&reason=Read+it&services=";
  Desk desk(world);
  desk.look();
  bought.services = {"Acme Vault", "Acme Vault EU"};
  service::correct_relationship(world.services(), bought.id, 1, bought, PortfolioWorld::kAda);
  EXPECT_EQ(desk.decide(id, reading).status, 409);
  EXPECT_TRUE(service::relationship_decisions(world.services(), bought.id).empty());
  desk.look();
  EXPECT_EQ(desk.decide(id, reading).status, 303);
  EXPECT_EQ(service::relationship_decisions(world.services(), bought.id).front().services, bought.services);
}

TEST(FindingsPage, AnotherSitesFormIsRefused) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  Desk desk(world);
  EXPECT_EQ(desk.decide(world.findings(bought).front().id.value, kAccept).status, 403) << "no token";
  EXPECT_EQ(world.told(bought), "out_of_scope:open ");
}

TEST(FindingsPage, FiltersStandInTheAddressAndInTheFile) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Vault");
  Relationship other;
  other.reference = "R-2";
  other.supplier = {"=Nobody()", {}};
  other.tier = "critical";
  other.owner = {"Grace", "grace@example.com"};
  service::create_relationship(world.services(), other, PortfolioWorld::kAda);
  Desk desk(world, Role::Reader);
  struct Case {
    const char *query, *there, *not_there;
  };
  const Case cases[] = {{"topic=scope", "R-1", "R-2"},
                        {"topic=record", "R-2", "R-1"},
                        {"supplier=acme", "R-1", "R-2"},
                        {"owner=GRACE", "R-2", "R-1"},
                        {"state=cured", "DOCTYPE", "R-1"},
                        {"severity=critical", "DOCTYPE", "R-2"},
                        {"supplier=nobody&owner=ada", "x", "R-2"}};
  for (const auto& [query, there, not_there] : cases) {
    const auto page = desk.look(std::string("/findings?") + query);
    EXPECT_EQ(page.status, 200) << query;
    const bool shown = has(page, "(<bdi>" + std::string(there) + "</bdi>)");
    EXPECT_EQ(shown, std::string_view(there).starts_with("R-")) << query;
    EXPECT_FALSE(has(page, "(<bdi>" + std::string(not_there) + "</bdi>)")) << query;
  }
  const auto file = desk.look("/findings.csv?topic=record");
  EXPECT_TRUE(has(file, "\"R-2\",\"'=Nobody()\""));
  EXPECT_FALSE(has(file, "R-1"));
  for (const char* wrong : {"severity=bad", "topic=bad", "state=bad", "after=bad", "after=high", "owner=%01"})
    EXPECT_EQ(desk.look(std::string("/findings?") + wrong).status, 400) << wrong;
  for (const char* unknown : {"finding=x", "finding=%3Cb%3E", "decided=x"})
    EXPECT_EQ(desk.look(std::string("/findings?") + unknown).status, 404) << unknown;
}

TEST(FindingsPage, SaysWhenTheWatchLookedOrThatItNeverDid) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  const auto none = "Nothing is wrong that the watch has recorded.";
  const auto look = [&] { return Desk(world, Role::Reader).look(); };
  const auto never = look();
  EXPECT_TRUE(has(never, "The watch has never looked"));
  EXPECT_FALSE(has(never, none));
  EXPECT_TRUE(has(never, "No finding is recorded."));
  world.clock().set("2026-06-01T08:30:00Z");
  service::watch(world.services(), PortfolioWorld::kAda);
  const auto watched = look();
  EXPECT_TRUE(has(watched, "everything that we buy: <strong>1 June 2026, 08:30 UTC</strong>"));
  EXPECT_TRUE(has(watched, none));
  EXPECT_FALSE(has(watched, "It has not looked today."));
  world.clock().set("2026-06-02T08:30:00Z");
  EXPECT_TRUE(has(look(), "It has not looked today."));
}

TEST(FindingsPage, GoesOnFromPageToPage) {
  PortfolioWorld world;
  for (int i = 0; i < 26; ++i) world.buy("R-" + std::to_string(i), "Acme Vault");
  Desk desk(world, Role::Reader);
  const auto first = desk.look("/findings?topic=scope");
  const auto at = first.body.find("rel=\"next\" href=\"");
  ASSERT_NE(at, std::string::npos);
  const auto begin = at + 17;
  auto next = first.body.substr(begin, first.body.find('"', begin) - begin);
  next.replace(next.find("&amp;"), 5, "&");
  const auto second = desk.look(next);
  EXPECT_TRUE(has(second, "From the beginning"));
  EXPECT_FALSE(has(second, "rel=\"next\""));
  EXPECT_EQ(second.body.find("<article"), second.body.rfind("<article")) << "one is left";
}

TEST(FindingsPage, HostileTextIsHarmless) {
  PortfolioWorld world;
  const auto bought = world.buy("<i>R</i>", "</bdi><script>alert(1)</script>");
  const auto id = world.findings(bought).front().id.value;
  Desk desk(world);
  desk.look();
  const auto page = desk.decide(id, "kind=%22%3E%3Cimg%3E&until=%3Cimg%3E&reason=%3C%2Ftextarea%3E%3Cimg%3E");
  EXPECT_EQ(page.status, 400);
  EXPECT_EQ(desk.decide(id, "kind=not_applicable&until=&reason=%3Cimg%3E").status, 303);
  for (const auto& shown : {page, desk.look(), desk.look("/findings?decided=" + id)})
    for (const char* markup : {"<img>", "<script>", "<i>"}) EXPECT_FALSE(has(shown, markup)) << markup;
}

TEST(FindingTopics, EveryRuleHasOneThatCanBeAskedFor) {
  std::size_t rules = 0;
  for (const auto topic : finding_topics()) rules += rules_about(topic).size();
  EXPECT_EQ(rules, finding_rule_names().size());
  EXPECT_TRUE(rules_about("no such").empty());
}

}  // namespace
}  // namespace certreg::web
