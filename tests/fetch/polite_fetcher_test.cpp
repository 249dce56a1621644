#include "certreg/fetch/polite_fetcher.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <thread>
#include <vector>

#include "certreg/fetch/http_fetcher.h"
#include "support/fake_pace.h"
#include "support/loopback_server.h"

namespace certreg::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Paths = std::vector<std::string>;
using Rests = std::vector<milliseconds>;

Reply redirect(const std::string& location) { return reply("302 Found", "Location: " + location + "\r\n"); }
Reply robots(const std::string& rules) { return reply("200 OK", "", "User-agent: *\n" + rules); }

// Names end at the server of the test, "down.example" nowhere.
class PoliteFetcherTest : public ::testing::Test {
 protected:
  PoliteFetcherTest() : http_(options()) {
    for (const auto* path : {"/page", "/other", "/private/page"})
      server_.answer(path, reply("200 OK", "", path));
  }

  HttpFetcherOptions options() const {
    HttpFetcherOptions options;
    options.allowed_networks = {"127.0.0.0/8"};
    options.further_ports = {server_.port()};
    options.resolver = [](const std::string& host) -> std::vector<IpAddress> {
      return {*IpAddress::parse(host == "down.example" ? "127.0.0.2" : "127.0.0.1")};
    };
    return options;
  }

  std::string at(const std::string& path, const std::string& host = "a.example") const {
    return "http://" + host + ":" + std::to_string(server_.port()) + path;
  }

  FetchResult fetch(const std::string& path) { return polite_.fetch({.address = at(path)}); }

  LoopbackServer server_;
  HttpFetcher http_;
  FakePace pace_;
  PoliteFetcher polite_{http_, pace_};
};

TEST_F(PoliteFetcherTest, AsksRobotsFirstAndOnce) {
  server_.answer("/robots.txt", robots("Disallow: /private/\n"));
  EXPECT_EQ(fetch("/page").body, "/page");
  EXPECT_EQ(fetch("/other").body, "/other");
  EXPECT_EQ(server_.paths(), (Paths{"/robots.txt", "/page", "/other"}));
}

TEST_F(PoliteFetcherTest, DoesNotAskForWhatIsBlocked) {
  server_.answer("/robots.txt", robots("Disallow: /private/\n"));
  const auto result = fetch("/private/page");
  EXPECT_EQ(result.outcome, FetchOutcome::Blocked);
  EXPECT_EQ(result.http_status, 0);
  EXPECT_EQ(result.tries, 0);
  EXPECT_EQ(result.detail, at("") + "/robots.txt asks certreg not to fetch this");
  EXPECT_EQ(server_.paths(), Paths{"/robots.txt"});
}

TEST_F(PoliteFetcherTest, TakesRobotsByItsStatus) {
  const struct {
    Reply robots;
    FetchOutcome outcome;
  } cases[] = {
      {robots("Disallow: /\n"), FetchOutcome::Blocked},
      {reply("200 OK"), FetchOutcome::Fetched},
      {reply("404 Not Found"), FetchOutcome::Fetched},
      {reply("410 Gone"), FetchOutcome::Fetched},
      {reply("401 Unauthorized"), FetchOutcome::Fetched},
      {reply("403 Forbidden"), FetchOutcome::Fetched},
      {reply("408 Request Timeout"), FetchOutcome::Failed},
      {reply("429 Too Many Requests"), FetchOutcome::Failed},
      {reply("500 Internal Server Error"), FetchOutcome::Failed},
      {reply("503 Service Unavailable"), FetchOutcome::Failed},
      {reply("204 No Content"), FetchOutcome::Failed},
      {redirect("/elsewhere"), FetchOutcome::Blocked},
      {redirect("/robots.txt"), FetchOutcome::Failed},
      {redirect("http://10.0.0.1/robots.txt"), FetchOutcome::Failed},
      {{""}, FetchOutcome::Failed},
  };
  server_.answer("/elsewhere", robots("Disallow: /\n"));
  for (const auto& [answer, outcome] : cases) {
    server_.answer("/robots.txt", answer);
    const auto before = server_.paths().size();
    PoliteFetcher polite(http_, pace_);
    const auto result = polite.fetch({.address = at("/page")});
    EXPECT_EQ(result.outcome, outcome) << answer.bytes << result.detail;
    const bool asked = server_.paths().back() == "/page" && server_.paths().size() > before;
    EXPECT_EQ(asked, outcome == FetchOutcome::Fetched) << answer.bytes;
    if (outcome == FetchOutcome::Failed) {
      EXPECT_TRUE(result.detail.starts_with("robots.txt could not be had: ")) << result.detail;
    }
  }
}

TEST_F(PoliteFetcherTest, FollowsFiveRedirectsOfRobots) {
  server_.answer("/robots.txt", redirect("/1"));
  for (int i = 1; i < 5; ++i) server_.answer("/" + std::to_string(i), redirect("/" + std::to_string(i + 1)));
  server_.answer("/5", robots("Disallow: /page\n"));
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Blocked);
}

TEST_F(PoliteFetcherTest, ReadsTheStartOfAHugeRobots) {
  server_.answer("/robots.txt", {"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private/\n",
                                 Reply::Then::RepeatForever, "# and so on\n"});
  EXPECT_EQ(fetch("/private/page").outcome, FetchOutcome::Blocked);
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Fetched);
}

TEST_F(PoliteFetcherTest, KeepsRobotsForADay) {
  fetch("/page");
  pace_.pass(std::chrono::hours(23));
  fetch("/page");
  EXPECT_EQ(server_.paths(), (Paths{"/robots.txt", "/page", "/page"}));
  server_.answer("/robots.txt", robots("Disallow: /\n"));
  pace_.pass(std::chrono::hours(1));
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Blocked);
}

TEST_F(PoliteFetcherTest, KeepsTheOldRobotsWhileNoNewOneCanBeHad) {
  server_.answer("/robots.txt", robots("Disallow: /private/\n"));
  fetch("/page");
  pace_.pass(std::chrono::hours(25));
  server_.answer("/robots.txt", reply("503 Service Unavailable"));
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Fetched);
  EXPECT_EQ(fetch("/private/page").outcome, FetchOutcome::Blocked);
}

TEST_F(PoliteFetcherTest, AsksAgainSoonForARobotsThatCouldNotBeHad) {
  server_.answer("/robots.txt", reply("500 Internal Server Error"));
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Failed);
  server_.answer("/robots.txt", reply("404 Not Found"));
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Failed);
  pace_.pass(std::chrono::minutes(5));
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Fetched);
}

TEST_F(PoliteFetcherTest, AsksRobotsOfEachOriginOnTheWay) {
  server_.answer("/page", redirect(at("/other", "b.example")));
  const auto result = fetch("/page");
  EXPECT_EQ(result.body, "/other");
  EXPECT_EQ(result.final_address, at("/other", "b.example"));
  EXPECT_EQ(server_.paths(), (Paths{"/robots.txt", "/page", "/robots.txt", "/other"}));
}

TEST_F(PoliteFetcherTest, StopsOnTheWayWhereItIsBlocked) {
  server_.answer("/robots.txt", robots("Disallow: /private/\n"));
  server_.answer("/page", redirect("/private/page"));
  const auto result = fetch("/page");
  EXPECT_EQ(result.outcome, FetchOutcome::Blocked);
  EXPECT_EQ(result.http_status, 302);
  EXPECT_EQ(result.final_address, at("/page"));
  EXPECT_EQ(server_.paths(), (Paths{"/robots.txt", "/page"}));
}

TEST_F(PoliteFetcherTest, FollowsFiveRedirectsAndNoMore) {
  for (int i = 0; i < 6; ++i) server_.answer("/" + std::to_string(i), redirect("/" + std::to_string(i + 1)));
  server_.answer("/6", reply("200 OK", "", "arrived"));
  EXPECT_EQ(fetch("/1").body, "arrived");
  EXPECT_EQ(fetch("/0").outcome, FetchOutcome::Refused);
  server_.answer("/loop", redirect("/loop"));
  EXPECT_EQ(fetch("/loop").detail, "too many redirects");
}

TEST_F(PoliteFetcherTest, RefusesWhatTheInnerFetcherRefuses) {
  const struct {
    std::string address, detail;
  } cases[] = {
      {"file:///etc/passwd", "only http and https addresses are fetched"},
      {"http://a:b@a.example/", "the address contains credentials"},
      {"http://a.example:22/", "port 22 is not allowed"},
      {"http://10.0.0.1/", "the address 10.0.0.1 is not on the public internet"},
  };
  auto options = this->options();
  options.resolver = {};
  HttpFetcher http(options);
  PoliteFetcher polite(http, pace_);
  for (const auto& [address, detail] : cases) {
    const auto result = polite.fetch({.address = address});
    EXPECT_EQ(result.outcome, FetchOutcome::Refused) << address;
    EXPECT_EQ(result.detail, detail);
  }
  server_.answer("/page", redirect("http://169.254.169.254/latest/"));
  EXPECT_EQ(polite.fetch({.address = server_.address("/page")}).outcome, FetchOutcome::Refused);
}

TEST_F(PoliteFetcherTest, RestsBetweenRequestsToAHost) {
  fetch("/page");
  EXPECT_EQ(pace_.slept(), Rests{seconds(1)});  // after robots.txt
  pace_.pass(milliseconds(400));
  fetch("/page");
  EXPECT_EQ(pace_.slept(), (Rests{seconds(1), milliseconds(600)}));
  pace_.pass(seconds(1));
  fetch("/page");
  EXPECT_EQ(pace_.slept().size(), 2U);
}

TEST_F(PoliteFetcherTest, RestsAsLongAsTheSlowestWishes) {
  server_.answer("/robots.txt", robots("Crawl-delay: 5\n"));
  const struct {
    milliseconds wish, rest;
  } cases[] = {{milliseconds(0), seconds(5)}, {seconds(2), seconds(5)}, {seconds(9), seconds(9)}};
  for (const auto& [wish, rest] : cases) {
    polite_.fetch({.address = at("/page"), .min_delay = wish});
    EXPECT_EQ(pace_.slept().back(), rest);
  }
  polite_.fetch({.address = at("/page", "b.example"), .min_delay = milliseconds(1)});
  EXPECT_EQ(pace_.slept().back(), seconds(5));
  server_.answer("/robots.txt", reply("404 Not Found"));
  polite_.fetch({.address = at("/page", "c.example"), .min_delay = milliseconds(1)});
  EXPECT_EQ(pace_.slept().back(), seconds(1));
}

TEST_F(PoliteFetcherTest, RestsForAHostAndNotForAll) {
  fetch("/page");
  const auto rests = pace_.slept().size();
  polite_.fetch({.address = at("/page", "b.example")});
  EXPECT_EQ(pace_.slept().size(), rests + 1);  // between its robots.txt and its page only
}

TEST_F(PoliteFetcherTest, RecoversAfterTwoBadMoments) {
  server_.answer_in_turn("/page", {reply("503 Service Unavailable"), reply("503 Service Unavailable"),
                                   reply("200 OK", "", "back")});
  const auto result = fetch("/page");
  EXPECT_EQ(result.body, "back") << result.detail;
  EXPECT_EQ(result.tries, 3);
  EXPECT_EQ(pace_.slept(), (Rests{seconds(1), seconds(1), seconds(2)}));  // half of 2 and of 4 seconds
}

TEST_F(PoliteFetcherTest, NeverRetriesFasterThanItAsks) {
  pace_.set_chance(0);
  server_.answer_in_turn("/page", {reply("503 Service Unavailable"), reply("200 OK")});
  fetch("/page");
  EXPECT_EQ(pace_.slept(), (Rests{seconds(1), seconds(1)}));
}

TEST_F(PoliteFetcherTest, GivesUpAfterFourTries) {
  for (const auto& bad :
       {reply("502 Bad Gateway"), Reply{""}, Reply{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"}}) {
    server_.answer("/page", bad);
    const auto before = server_.requests().size();
    PoliteFetcher polite(http_, pace_);
    const auto result = polite.fetch({.address = at("/page")});
    EXPECT_EQ(result.outcome, FetchOutcome::Failed);
    EXPECT_EQ(result.tries, 4);
    EXPECT_EQ(server_.requests().size(), before + 5);
  }
}

TEST_F(PoliteFetcherTest, GivesUpAfterItsTime) {
  PoliteFetcher polite(http_, pace_, {.max_tries = 100, .total_time = seconds(30)});
  server_.answer("/page", reply("503 Service Unavailable"));
  const auto result = polite.fetch({.address = at("/page")});
  EXPECT_EQ(result.outcome, FetchOutcome::Failed);
  EXPECT_NE(result.detail.find("the time for further tries was used up"), std::string::npos) << result.detail;
  EXPECT_LE(result.tries, 6);
}

TEST_F(PoliteFetcherTest, DoesNotRetryWhatDoesNotPass) {
  for (const auto* status :
       {"401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone", "451 Unavailable"}) {
    server_.answer("/page", reply(status));
    const auto result = fetch("/page");
    EXPECT_EQ(result.tries, 1) << status;
    EXPECT_EQ(result.http_status, std::stoi(status));
  }
}

TEST_F(PoliteFetcherTest, ComesBackWhenItIsTold) {
  server_.answer_in_turn(
      "/page",
      {reply("429 Too Many Requests", "Retry-After: 20\r\n"), reply("200 OK"),
       reply("503 Service Unavailable", "Retry-After: Sat, 31 Jan 2026 00:01:00 GMT\r\n"), reply("200 OK")});
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Fetched);
  EXPECT_EQ(pace_.slept(), (Rests{seconds(1), seconds(20)}));
  EXPECT_EQ(fetch("/page").outcome, FetchOutcome::Fetched);  // asked 22 seconds after midnight
  EXPECT_EQ(pace_.slept(), (Rests{seconds(1), seconds(20), seconds(1), seconds(38)}));
}

TEST_F(PoliteFetcherTest, DoesNotWaitForEver) {
  server_.answer("/page", reply("429 Too Many Requests", "Retry-After: 3600\r\n"));
  const auto result = fetch("/page");
  EXPECT_EQ(result.outcome, FetchOutcome::Failed);
  EXPECT_EQ(result.http_status, 429);
  EXPECT_EQ(result.tries, 1);
  EXPECT_EQ(result.retry_after, "3600");
  EXPECT_EQ(result.detail,
            "the source answered with status 429; it asks not to come back for 3600 seconds, "
            "until 2026-01-31T01:00:01.000000Z");
}

TEST_F(PoliteFetcherTest, TellsAHostThatIsDownFromOneThatBlocks) {
  const auto result = polite_.fetch({.address = at("/page", "down.example")});
  EXPECT_EQ(result.outcome, FetchOutcome::Failed);
  EXPECT_TRUE(result.detail.starts_with("robots.txt could not be had: ")) << result.detail;
}

TEST_F(PoliteFetcherTest, PassesOnWhatIsAskedAndAnswered) {
  server_.answer("/page", {"HTTP/1.1 304 Not Modified\r\nETag: \"abc\"\r\n\r\n"});
  const auto result = polite_.fetch({.address = at("/page"), .if_none_match = "\"abc\""});
  EXPECT_EQ(result.outcome, FetchOutcome::NotModified);
  EXPECT_EQ(result.etag, "\"abc\"");
  EXPECT_NE(server_.requests().back().find("If-None-Match: \"abc\""), std::string::npos);
  EXPECT_EQ(server_.requests().front().find("If-None-Match"), std::string::npos);  // of robots.txt
}

TEST_F(PoliteFetcherTest, ReportsARedirectWhenItIsToldTo) {
  server_.answer("/page", redirect("/other"));
  const auto result = polite_.fetch({.address = at("/page"), .redirects = Redirects::Report});
  EXPECT_EQ(result.redirect_to, at("/other"));
  EXPECT_EQ(server_.paths(), (Paths{"/robots.txt", "/page"}));
}

void fetch_from_threads(Fetcher& fetcher, const std::string& address) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 3; ++j)
        EXPECT_EQ(fetcher.fetch({.address = address}).outcome, FetchOutcome::Fetched);
    });
  for (auto& thread : threads) thread.join();
}

TEST_F(PoliteFetcherTest, AsksAHostOneAtATimeOverAllThreads) {
  server_.wait_for_company(milliseconds(20));
  fetch_from_threads(polite_, at("/page"));
  EXPECT_EQ(server_.most_at_once(), 1);
  EXPECT_EQ(server_.requests().size(), 13U);  // robots.txt once
  fetch_from_threads(http_, at("/page"));
  EXPECT_GT(server_.most_at_once(), 1);  // the server would have seen it
}

TEST_F(PoliteFetcherTest, FailsEverythingAfterItsStop) {
  polite_.stop();
  const auto result = fetch("/page");
  EXPECT_EQ(result.outcome, FetchOutcome::Failed);
  EXPECT_NE(result.detail.find("the fetch was stopped"), std::string::npos);
  EXPECT_EQ(server_.connections(), 0);
}

TEST_F(PoliteFetcherTest, WakesWhoeverWaitsWhenItStops) {
  SystemPace pace;
  PoliteFetcher polite(http_, pace, {.min_delay = std::chrono::hours(1)});
  std::vector<FetchResult> results(3);
  std::vector<std::thread> threads;
  for (auto& result : results) threads.emplace_back([&] { result = polite.fetch({.address = at("/page")}); });
  while (server_.requests().empty()) std::this_thread::yield();
  polite.stop();
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result.outcome, FetchOutcome::Failed);
}

}  // namespace
}  // namespace certreg::fetch
