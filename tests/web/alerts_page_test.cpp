#include "certreg/service/alerting.h"
#include "service/portfolio_world.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

using service::PortfolioWorld;
using service::Role;

class Desk {
 public:
  explicit Desk(PortfolioWorld& world, Role role = Role::Reviewer)
      : pages_(world.services(), {}), browser_(pages_) {
    browser_.sign_in(world.key(role));
  }
  http::Response get(const std::string& target) { return seen_ = browser_.get(target); }
  http::Response save(const std::string& fields) {
    return browser_.post("/alerts/preferences", "token=" + field_of(seen_, "token") + "&" + fields);
  }

 private:
  Pages pages_;
  Browser browser_;
  http::Response seen_;
};

TEST(Alerts, APreviewSaysWhoWouldBeToldWhatAndSendsNothing) {
  PortfolioWorld world;
  world.buy("<i>R</i>", "</bdi><script>alert(1)</script>");
  Desk desk(world);
  const auto page = desk.get("/alerts");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "<h3><bdi>ada@example.com</bdi></h3>"));
  EXPECT_TRUE(has(page, "one matter"));
  EXPECT_TRUE(has(page, "when it was found"));
  EXPECT_TRUE(has(page, "No mail server is set"));
  for (const char* markup : {"<i>", "<script>alert"}) EXPECT_FALSE(has(page, markup)) << markup;
  EXPECT_TRUE(service::list_messages(world.services(), {}, "", 10).empty());
  EXPECT_TRUE(has(desk.get("/alerts/messages"), "No message was made yet."));
}

// Who owns ten thousand relationships gets a page that a browser can bear.
TEST(Alerts, LongMessagesAreShownByTheirBeginning) {
  PortfolioWorld world;
  for (int count = 0; count < 60; ++count)
    world.buy("R-" + std::to_string(100 + count), "Nothing that is known");
  Desk desk(world);
  const auto page = desk.get("/alerts");
  EXPECT_TRUE(has(page, "60 matters"));
  EXPECT_TRUE(has(page, "and 52 more"));
  EXPECT_TRUE(has(page, "The message goes on"));
  EXPECT_LT(page.body.size(), 20'000U);
}

TEST(Alerts, APreviewSaysWhatHasNobodyToTell) {
  PortfolioWorld world;
  for (const char* reference : {"R-1", "R-2"}) {
    Relationship relationship;
    relationship.reference = reference;
    relationship.supplier = {"Nobody Knows", {}};
    relationship.tier = "critical";
    relationship.owner = {"Grace", "grace"};
    service::create_relationship(world.services(), relationship, PortfolioWorld::kAda);
    const bool is_first = relationship.reference == "R-1";
    EXPECT_TRUE(has(Desk(world).get("/alerts"),
                    is_first ? "One matter has nobody to tell" : "2 matters have nobody to tell"))
        << reference;
  }
  EXPECT_EQ(service::DueAlerts(world.services(), world.services().clock.today()).untold(), 2U);
  world.buy("R-3", "Acme Vault");
  EXPECT_EQ(service::DueAlerts(world.services(), world.services().clock.today()).untold(), 2U);
}

TEST(Alerts, OnAnotherDayAndOnNone) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  Desk desk(world);
  EXPECT_TRUE(has(desk.get("/alerts"), "Nobody would be told anything on 1 June 2026."));
  const auto later = desk.get("/alerts?on=2027-12-12");
  EXPECT_TRUE(has(later, "days before the end"));
  EXPECT_TRUE(has(later, "last day 9 January 2028"));
  const auto wrong = desk.get("/alerts?on=%3Cb%3E");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_TRUE(has(wrong, "id=\"on-problem\""));
  EXPECT_FALSE(has(wrong, "<b>"));
  EXPECT_FALSE(has(wrong, "Nobody would be told")) << "nothing was looked at";
}

TEST(Alerts, MessagesThatWereMadeAreListedAndFiltered) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Vault");
  service::prepare_alerts(world.services());
  Desk desk(world);
  const auto page = desk.get("/alerts/messages");
  EXPECT_TRUE(has(page, "<dd><bdi>ada@example.com</bdi></dd>"));
  EXPECT_TRUE(has(page, "<dd><strong>waiting</strong></dd>"));
  EXPECT_TRUE(has(page, "Acme Vault"));
  EXPECT_TRUE(has(desk.get("/alerts/messages?state=sent"), "No message fits these filters."));
  EXPECT_TRUE(has(desk.get("/alerts/messages?recipient=ada%40example.com"), "waiting</strong>"));
  EXPECT_EQ(desk.get("/alerts/messages?state=bad").status, 400);
}

TEST(Alerts, AreForReviewersAndPreferencesForAllToSee) {
  PortfolioWorld world;
  Desk buyer(world, Role::Buyer);
  for (const char* target : {"/alerts", "/alerts/messages"})
    EXPECT_EQ(buyer.get(target).status, 403) << target;
  EXPECT_FALSE(has(buyer.get("/portfolio"), "href=\"/alerts\""));
  const auto page = buyer.get("/alerts/preferences?recipient=ada%40example.com");
  EXPECT_TRUE(has(page, "<strong>daily</strong>"));
  EXPECT_FALSE(has(page, "<select"));
  EXPECT_EQ(buyer.save("recipient=ada%40example.com&digest=off&weekday=1&hour=7&time_zone=UTC").status, 403);
}

TEST(Preferences, AreSavedOrSayWhatIsWrong) {
  PortfolioWorld world;
  Desk desk(world);
  EXPECT_EQ(desk.get("/alerts/preferences?recipient=nobody").status, 400);
  EXPECT_TRUE(has(desk.get("/alerts/preferences?recipient=ada%40example.com"), "value=\"daily\" selected"));
  const std::string rest = "recipient=ada%40example.com&digest=weekly&weekday=3&hour=16&time_zone=";
  const auto wrong = desk.save(rest + "%3Cb%3E");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_TRUE(has(wrong, "id=\"zone-problem\""));
  EXPECT_TRUE(has(wrong, "value=\"weekly\" selected")) << "what was chosen is kept";
  EXPECT_TRUE(has(wrong, "value=\"&lt;b&gt;\""));
  const auto saved = desk.save(rest + "Europe%2FBerlin");
  EXPECT_EQ(header_of(saved, "Location"), "/alerts/preferences?recipient=ada%40example.com&saved=1");
  EXPECT_TRUE(has(desk.get(header_of(saved, "Location")), "It is saved."));
  const auto kept = service::mail_preference(world.services(), "ada@example.com");
  EXPECT_EQ(kept.weekday, 3);
  EXPECT_EQ(kept.hour, 16);
  EXPECT_EQ(kept.time_zone, "Europe/Berlin");
  EXPECT_EQ(desk.save("recipient=ada%40example.com&digest=off&weekday=8&hour=7&time_zone=UTC").status, 400);
}

}  // namespace
}  // namespace certreg::web
