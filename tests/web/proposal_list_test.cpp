// The review queue as its list.
#include <gtest/gtest.h>

#include "web/queue_world.h"

namespace certreg::web {
namespace {

TEST(ProposalList, IsForReviewers) {
  QueueWorld world;
  EXPECT_EQ(world.as(service::Role::Reader).get("/proposals").status, 403);
  EXPECT_EQ(world.as(service::Role::Reviewer).get("/proposals").status, 200);
  EXPECT_EQ(header_of(Browser(world.pages).get("/proposals"), "Location"), "/sign-in?to=%2Fproposals");
}

TEST(ProposalList, SaysThatNothingWaits) {
  QueueWorld world;
  const auto page = world.reviewer.get("/proposals");
  EXPECT_TRUE(has(page, "Nothing waits for you"));
  EXPECT_TRUE(has(page, "href=\"/upload\""));
}

TEST(ProposalList, ShowsSupplierDocumentReasonAndAge) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  world.clock().set("2026-06-04T12:00:00Z");  // sessions have ended by then
  const auto page = world.as(service::Role::Reviewer).get("/proposals");
  for (const char* text : {"<bdi>Acme Cloud Limited</bdi></a> <span class=\"tag\">new supplier</span>",
                           "ISO/IEC 27001:2022", "a first certificate, and no source names its holder",
                           "from <bdi>upload.pdf</bdi>", ">3 days</time>"})
    EXPECT_TRUE(has(page, text)) << text;
  EXPECT_TRUE(has(page, "href=\"/proposals/" + world.proposals().at(0).id.value + "\""));
}

TEST(ProposalList, ComesInPagesTheNewestFirst) {
  QueueWorld world;
  for (int number = 0; number < 26; ++number) {
    world.clock().set("2026-06-01T12:00:" + std::to_string(10 + number) + "Z");
    world.take("upload.pdf", service::pdf({.number = "IS " + std::to_string(100 + number),
                                           .holder = "Acme " + std::to_string(100 + number) + " Limited"}));
  }
  const auto first = world.reviewer.get("/proposals");
  EXPECT_TRUE(has(first, "Acme 125 Limited"));
  EXPECT_FALSE(has(first, "Acme 100 Limited"));
  const auto last = world.proposals().at(24).id.value;
  EXPECT_TRUE(has(first, "href=\"/proposals?after=" + last + "\""));
  const auto second = world.reviewer.get("/proposals?after=" + last);
  EXPECT_TRUE(has(second, "Acme 100 Limited"));
  EXPECT_FALSE(has(second, "Acme 101 Limited"));
  EXPECT_TRUE(has(world.reviewer.get("/proposals?after=nonsense"), "Nothing else waits."));
}

TEST(ProposalList, HostileNamesAreHarmless) {
  QueueWorld world;
  world.take("<b>\"x\".html", service::pdf({.holder = "<img src=x onerror=alert(1)> Limited"}));
  const auto page = world.reviewer.get("/proposals");
  EXPECT_TRUE(has(page, "&lt;b&gt;&quot;x&quot;.html"));
  EXPECT_FALSE(has(page, "<img"));
  EXPECT_FALSE(has(page, "<b>"));
}

TEST(ProposalList, SpeaksGerman) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  world.reviewer.language = "de";
  const auto page = world.reviewer.get("/proposals");
  EXPECT_TRUE(has(page, "<h1>Prüfliste</h1>"));
  EXPECT_TRUE(has(page, ">seit heute</time>"));
}

}  // namespace
}  // namespace certreg::web
