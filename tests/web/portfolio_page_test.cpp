#include "service/portfolio_world.h"
#include "web/messages.h"
#include "web/portfolio_rows.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

using service::PortfolioWorld;

http::Response shown(PortfolioWorld& world, const std::string& target,
                     service::Role role = service::Role::Reader) {
  const Pages pages(world.services(), {});
  Browser browser(pages);
  browser.sign_in(world.key(role));
  return browser.get(target);
}

Relationship bought(PortfolioWorld& world, const std::string& reference, const std::string& supplier,
                    const std::string& tier) {
  Relationship relationship;
  relationship.reference = reference;
  relationship.supplier = {supplier, {}};
  relationship.tier = tier;
  relationship.owner = {"Grace", "grace@example.com"};
  return service::create_relationship(world.services(), relationship, PortfolioWorld::kAda);
}

TEST(Portfolio, SaysThatItIsEmptyAndWhatToDo) {
  PortfolioWorld world;
  EXPECT_TRUE(has(shown(world, "/portfolio"), "Nothing that we buy is recorded yet."));
  EXPECT_FALSE(has(shown(world, "/portfolio"), "/portfolio/import"));
  EXPECT_TRUE(has(shown(world, "/portfolio", service::Role::Reviewer), "href=\"/portfolio/import\""));
}

TEST(Portfolio, CountsByTierAndOutcome) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  world.buy("R-2", "Acme Mail");
  bought(world, "R-3", "Nobody Knows", "critical");
  bought(world, "R-4", "Nobody Knows", "no-such-tier");
  const auto page = shown(world, "/portfolio");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "href=\"/portfolio?tier=critical#list\" aria-label=\"3: Critical\""));
  EXPECT_TRUE(has(page, "no-such-tier (not in the policy)"));
  EXPECT_TRUE(has(page, "aria-label=\"4: All\""));
  EXPECT_TRUE(has(page, "<span class=\"tag\">not yet known which supplier it is</span>"));
}

TEST(Portfolio, FiltersStandInTheAddress) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  bought(world, "R-2", "Nobody Knows", "critical");
  const std::pair<const char*, const char*> cases[] = {{"text=MAIL", "R-1"},
                                                       {"text=nobody", "R-2"},
                                                       {"text=r-2", "R-2"},
                                                       {"owner=grace", "R-2"},
                                                       {"owner=ada%40", "R-1"},
                                                       {"outcome=undecided", "R-2"},
                                                       {"tier=critical&text=r-1", "R-1"}};
  for (const auto& [query, expected] : cases) {
    const auto page = shown(world, std::string("/portfolio?") + query);
    EXPECT_TRUE(has(page, "1 to 1 of 1")) << query;
    EXPECT_TRUE(has(page, std::string("<bdi>") + expected + "</bdi>")) << query;
  }
  EXPECT_TRUE(has(shown(world, "/portfolio?tier=other"), "Nothing that we buy fits these filters."));
  EXPECT_TRUE(has(shown(world, "/portfolio?text=MAIL"), "href=\"/portfolio.csv?text=MAIL\""));
}

TEST(Portfolio, NoTierIsNotEveryTier) {
  PortfolioWorld world;
  bought(world, "R-1", "Nobody Knows", "critical");
  bought(world, "R-2", "Nobody Knows", "");
  const auto all = shown(world, "/portfolio");
  EXPECT_TRUE(has(all, "href=\"/portfolio?tier=%20#list\" aria-label=\"1: no tier\""));
  EXPECT_TRUE(has(all, "<option value=\" \">no tier</option>"));
  for (const char* target : {"/portfolio?tier=%20", "/portfolio?tier=+"}) {
    const auto page = shown(world, target);
    EXPECT_TRUE(has(page, "1 to 1 of 1")) << target;
    EXPECT_TRUE(has(page, "<bdi>R-2</bdi>")) << target;
    EXPECT_TRUE(has(page, "<option value=\" \" selected>")) << target;
    EXPECT_TRUE(has(page, "href=\"/portfolio.csv?tier=%20\"")) << target;
  }
}

TEST(Portfolio, MonthsCountWhatTheirLinksLeadTo) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  world.buy("R-2", "Acme Mail");
  bought(world, "R-3", "Acme Cloud Limited", "critical");
  const auto ends = support::certificate().expires.value();
  world.set_day(ends.plus_days(-30).to_string());
  EXPECT_TRUE(has(shown(world, "/portfolio"), "<td>0</td><td>3</td></tr>"));
  const auto page = shown(world, "/portfolio?owner=ada");
  EXPECT_TRUE(has(page, "<td>0</td><td>2</td></tr>"));
  EXPECT_FALSE(has(page, "<td>0</td><td>3</td></tr>"));
  EXPECT_TRUE(has(page, "Of what the filters below leave."));
  const auto month = ends.to_string().substr(0, 7);
  EXPECT_TRUE(has(shown(world, "/portfolio?owner=ada&month=" + month), "<td>0</td><td>2</td></tr>"));
  world.set_day(ends.plus_days(1).to_string());
  EXPECT_TRUE(has(shown(world, "/portfolio?owner=grace"), "Ended already: 1"));
}

TEST(Portfolio, ARowShowsAllThatLapsesOnItsNextDay) {
  PortfolioWorld world;
  auto other = support::certificate();
  other.supplier = world.supplier_.id;
  other.standard = {"iso-9001"};
  other.standard_printed = "ISO 9001:2015";
  other.edition = "2015";
  other.number = "QM 100";
  service::create_certificate(world.services(), other, PortfolioWorld::kAda);
  auto policy = service::current_policy(world.services());
  auto need = policy.tiers.front().needs.front();
  need.id = "quality";
  need.standards = {{"iso-9001"}};
  policy.tiers.front().needs.push_back(need);
  service::save_policy(world.services(), policy, policy.version, PortfolioWorld::kAda);
  world.buy("R-1", "Acme Mail");
  const auto page = shown(world, "/portfolio");
  EXPECT_TRUE(has(page, "<span class=\"help\">ISO/IEC 27001 <span"));
  EXPECT_TRUE(has(page, "<span class=\"help\">ISO 9001 <span"));
}

TEST(Portfolio, WhatIsNoFilterIsRefused) {
  PortfolioWorld world;
  for (const char* query : {"outcome=yes", "month=2026", "month=2026-13", "page=0", "page=x", "page=-1",
                            "page=99999999999", "text=%01", "tier=%20%20"}) {
    EXPECT_EQ(shown(world, std::string("/portfolio?") + query).status, 400) << query;
  }
}

TEST(Portfolio, DrawsWhatLapsesInWhichMonth) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  const auto ends = support::certificate().expires.value();
  const auto month = ends.to_string().substr(0, 7);
  world.set_day(ends.plus_days(-30).to_string());
  const auto page = shown(world, "/portfolio?month=" + month);
  EXPECT_TRUE(has(page, "1 to 1 of 1"));
  EXPECT_TRUE(has(page, "<td>0</td><td>1</td></tr>")) << "entered by a person, with no document";
  EXPECT_TRUE(has(page, day_text(ends, Language::English)));
  EXPECT_FALSE(has(page, "<strong>ended</strong>"));
  world.set_day(ends.plus_days(1).to_string());
  const auto after = shown(world, "/portfolio?month=ended");
  EXPECT_TRUE(has(after, "<strong>ended</strong>"));
  EXPECT_TRUE(has(after, "Ended already: 1"));
}

TEST(Portfolio, IsPaged) {
  PortfolioWorld world;
  for (int i = 0; i < 51; ++i) bought(world, "R-" + std::to_string(i), "Nobody Knows", "critical");
  const auto first = shown(world, "/portfolio?tier=critical");
  EXPECT_TRUE(has(first, "1 to 50 of 51"));
  EXPECT_TRUE(has(first, "href=\"/portfolio?tier=critical&amp;page=2#list\""));
  const auto last = shown(world, "/portfolio?tier=critical&page=9");
  EXPECT_TRUE(has(last, "51 to 51 of 51"));
  EXPECT_TRUE(has(last, "href=\"/portfolio?tier=critical#list\">Before"));
}

TEST(Portfolio, TheFileIsAsFilteredAndHasNoFormulas) {
  PortfolioWorld world;
  bought(world, "R-1", "=HYPERLINK(\"https://evil.example\")", "critical");
  bought(world, "R-2", "Nobody Knows", "critical");
  const auto file = shown(world, "/portfolio.csv?text=hyperlink");
  EXPECT_EQ(file.content_type, "text/csv; charset=utf-8");
  EXPECT_TRUE(has(file, "\"'=HYPERLINK(\"\"https://evil.example\"\")\""));
  EXPECT_FALSE(has(file, "R-2"));
}

TEST(Portfolio, TheFileSaysWhetherTheNextLapseIsOnlySaid) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  const auto file = shown(world, "/portfolio.csv");
  EXPECT_TRUE(has(file, "\"next_lapse\",\"next_lapse_of\",\"next_lapse_evidence\",\"all_ends\""));
  EXPECT_TRUE(has(file, "\"claimed\",\"2028-01-09 ISO/IEC 27001 (only said)\""));
}

StandardAnswer answer_by(EvidenceLevel evidence) {
  auto version = support::certificate();
  version.evidence = evidence;
  Part part;
  part.certificate = std::make_shared<const CertificateVersion>(version);
  part.effective_end = version.expires;
  auto verdict = std::make_shared<Verdict>();
  verdict->parts = {part};
  StandardAnswer answer;
  answer.standard = version.standard;
  answer.verdict = verdict;
  return answer;
}

TEST(Portfolio, WhatIsOnlySaidIsNotTheSameLapseAsWhatACertificateSays) {
  Assessment assessment;
  for (const auto evidence : {EvidenceLevel::Documented, EvidenceLevel::Claimed, EvidenceLevel::Claimed})
    assessment.answers.push_back(answer_by(evidence));
  const auto lapses = lapses_of(assessment, support::reference());
  ASSERT_EQ(lapses.size(), 2U);
  EXPECT_FALSE(lapses[0].claimed);
  EXPECT_TRUE(lapses[1].claimed);
  EXPECT_EQ(lapses[0].day, lapses[1].day);
}

TEST(Portfolio, HostileNamesAreHarmless) {
  PortfolioWorld world;
  const std::string names[] = {"\"><img src=x onerror=alert(1)>", "{{{supplier}}} [[frame.skip]]",
                               "</td><script>alert(1)</script>", std::string(300, 'w'),
                               "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d (Acme)"};
  int number = 0;
  for (const auto& name : names) {
    Relationship relationship;
    relationship.reference = "<b>" + std::to_string(++number);
    relationship.supplier = {name, {}};
    relationship.provider = Party{name, {}};
    relationship.services = {name};
    relationship.owner = {name.substr(0, 200), "grace@example.com"};
    service::create_relationship(world.services(), relationship, PortfolioWorld::kAda);
  }
  for (const char* target : {"/portfolio", "/portfolio?text=%3Cimg%20src%3Dx%3E&owner=%3Cscript%3E"}) {
    const auto page = shown(world, target);
    EXPECT_EQ(page.status, 200);
    for (const char* markup : {"<img", "<b>", "<script>"}) EXPECT_FALSE(has(page, markup)) << markup;
  }
}

}  // namespace
}  // namespace certreg::web
