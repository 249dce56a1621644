#include "certreg/fetch/http_fetcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "certreg/domain/error.h"
#include "support/loopback_server.h"

namespace certreg::fetch {
namespace {

Reply redirect(const std::string& location) { return reply("302 Found", "Location: " + location + "\r\n"); }

class HttpFetcherTest : public ::testing::Test {
 protected:
  HttpFetcherOptions local() const {
    HttpFetcherOptions options;
    options.allowed_networks = {"127.0.0.0/8"};
    options.further_ports = {server_.port()};
    return options;
  }

  FetchResult fetch(const std::string& path) {
    return HttpFetcher(local()).fetch({.address = server_.address(path)});
  }

  LoopbackServer server_;
};

TEST_F(HttpFetcherTest, FetchesAPageWithItsFacts) {
  server_.answer("/page", reply("200 OK",
                                "Content-Type: text/html; charset=utf-8\r\nETag: \"abc\"\r\n"
                                "Last-Modified: Sat, 31 Jan 2026 00:00:00 GMT\r\nSet-Cookie: a=b\r\n",
                                "hello"));
  const auto result = fetch("/page#part");
  EXPECT_EQ(result.outcome, FetchOutcome::Fetched);
  EXPECT_EQ(result.http_status, 200);
  EXPECT_EQ(result.final_address, server_.address("/page"));
  EXPECT_EQ(result.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(result.etag, "\"abc\"");
  EXPECT_EQ(result.last_modified, "Sat, 31 Jan 2026 00:00:00 GMT");
  EXPECT_EQ(result.body, "hello");
  EXPECT_EQ(result.detail, "");
}

TEST_F(HttpFetcherTest, SendsWhatTheRequestSaysAndNoMore) {
  server_.answer("/page", reply("200 OK"));
  HttpFetcher(local()).fetch({.address = server_.address("/page"),
                              .if_none_match = "\"abc\"",
                              .if_modified_since = "Sat, 31 Jan 2026 00:00:00 GMT",
                              .accept = "application/pdf"});
  const auto requests = server_.requests();
  ASSERT_EQ(requests.size(), 1U);
  for (const auto* line :
       {"User-Agent: certreg/0.1\r\n", "If-None-Match: \"abc\"\r\n", "Accept: application/pdf\r\n",
        "If-Modified-Since: Sat, 31 Jan 2026 00:00:00 GMT\r\n", "GET /page HTTP/1.1\r\n"})
    EXPECT_NE(requests[0].find(line), std::string::npos) << line << requests[0];
  for (const auto* line : {"Cookie:", "Authorization:", "Referer:", "Upgrade:", "Range:"})
    EXPECT_EQ(requests[0].find(line), std::string::npos) << line;
}

TEST_F(HttpFetcherTest, KeepsNotFoundRefusedAndFailedApart) {
  const struct {
    const char* line;
    FetchOutcome outcome;
  } cases[] = {
      {"200 OK", FetchOutcome::Fetched},
      {"204 No Content", FetchOutcome::Failed},
      {"206 Partial Content", FetchOutcome::Failed},
      {"300 Multiple Choices", FetchOutcome::Failed},
      {"302 Found", FetchOutcome::Failed},         // without a Location
      {"304 Not Modified", FetchOutcome::Failed},  // nobody asked for that
      {"401 Unauthorized", FetchOutcome::Failed},
      {"403 Forbidden", FetchOutcome::Failed},
      {"404 Not Found", FetchOutcome::NotFound},
      {"410 Gone", FetchOutcome::NotFound},
      {"429 Too Many Requests", FetchOutcome::Failed},
      {"500 Internal Server Error", FetchOutcome::Failed},
      {"503 Service Unavailable", FetchOutcome::Failed},
  };
  for (const auto& [line, outcome] : cases) {
    const bool bodiless =
        std::string_view(line).starts_with("204") || std::string_view(line).starts_with("304");
    server_.answer("/page", reply(line, "", bodiless ? "" : "text of an error"));
    const auto result = fetch("/page");
    EXPECT_EQ(result.outcome, outcome) << line;
    EXPECT_EQ(result.http_status, std::stoi(line)) << line;
    EXPECT_EQ(result.body.empty(), outcome != FetchOutcome::Fetched) << line;
    EXPECT_EQ(result.detail.empty(), outcome == FetchOutcome::Fetched) << line;
  }
}

TEST_F(HttpFetcherTest, TakesNotModifiedOnlyForAnAnswerToItsQuestion) {
  server_.answer("/page", {"HTTP/1.1 304 Not Modified\r\nETag: \"abc\"\r\n\r\n"});
  const auto result =
      HttpFetcher(local()).fetch({.address = server_.address("/page"), .if_none_match = "\"abc\""});
  EXPECT_EQ(result.outcome, FetchOutcome::NotModified);
  EXPECT_EQ(result.etag, "\"abc\"");
}

TEST_F(HttpFetcherTest, TellsNotFoundWhateverBecomesOfTheBody) {
  server_.answer("/endless",
                 {"HTTP/1.1 404 Not Found\r\n\r\n", Reply::Then::RepeatForever, std::string(4096, 'x')});
  server_.answer("/large", {"HTTP/1.1 404 Not Found\r\nContent-Length: 99999999999\r\n\r\n"});
  EXPECT_EQ(fetch("/endless").outcome, FetchOutcome::NotFound);
  EXPECT_EQ(fetch("/large").outcome, FetchOutcome::NotFound);
}

TEST_F(HttpFetcherTest, FollowsRedirects) {
  server_.answer("/a", redirect("/b"));
  server_.answer("/b", {"HTTP/1.1 301 Moved\r\nLocation: c\r\n\r\n", Reply::Then::RepeatForever,
                        "body that nobody reads"});
  server_.answer("/c", redirect(server_.address("/d")));
  server_.answer("/d", reply("200 OK", "", "arrived"));
  const auto result = fetch("/a");
  EXPECT_EQ(result.outcome, FetchOutcome::Fetched) << result.detail;
  EXPECT_EQ(result.final_address, server_.address("/d"));
  EXPECT_EQ(result.body, "arrived");
}

TEST_F(HttpFetcherTest, FollowsFiveRedirectsAndNoMore) {
  for (int i = 0; i < 6; ++i) server_.answer("/" + std::to_string(i), redirect("/" + std::to_string(i + 1)));
  server_.answer("/6", reply("200 OK"));
  EXPECT_EQ(fetch("/1").outcome, FetchOutcome::Fetched);
  EXPECT_EQ(fetch("/0").outcome, FetchOutcome::Refused);
  server_.answer("/loop", redirect("/loop"));
  const auto result = fetch("/loop");
  EXPECT_EQ(result.outcome, FetchOutcome::Refused);
  EXPECT_EQ(result.detail, "too many redirects");
}

TEST_F(HttpFetcherTest, ReportsARedirectWhenItIsToldTo) {
  server_.answer("/a", redirect("/b"));
  const FetchRequest request{.address = server_.address("/a"), .redirects = Redirects::Report};
  const auto result = HttpFetcher(local()).fetch(request);
  EXPECT_EQ(result.outcome, FetchOutcome::Failed);
  EXPECT_EQ(result.http_status, 302);
  EXPECT_EQ(result.redirect_to, server_.address("/b"));
  EXPECT_EQ(server_.paths(), std::vector<std::string>{"/a"});
  server_.answer("/a", redirect("http://10.0.0.1:22/"));
  EXPECT_EQ(HttpFetcher(local()).fetch(request).outcome, FetchOutcome::Refused);
}

TEST_F(HttpFetcherTest, HandsOnWhenToComeBack) {
  server_.answer("/page", reply("429 Too Many Requests", "Retry-After: 120\r\n"));
  EXPECT_EQ(fetch("/page").retry_after, "120");
}

TEST_F(HttpFetcherTest, LeavesTheRestWhenTheStartIsEnough) {
  server_.answer("/short", reply("200 OK", "", "abc"));
  server_.answer("/long", reply("200 OK", "", "abcdefgh"));
  server_.answer("/endless", {"HTTP/1.1 200 OK\r\n\r\n", Reply::Then::RepeatForever, "abcd"});
  server_.answer("/announced", {"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\nabcdefgh"});
  for (const auto& [path, body] :
       {std::pair("/short", "abc"), {"/long", "abcde"}, {"/endless", "abcda"}, {"/announced", "abcde"}}) {
    const auto result = HttpFetcher(local()).fetch({.address = server_.address(path), .first_bytes = 5});
    EXPECT_EQ(result.outcome, FetchOutcome::Fetched) << path << result.detail;
    EXPECT_EQ(result.body, body) << path;
  }
}

TEST_F(HttpFetcherTest, FailsWhatIsUnderWayWhenItIsStopped) {
  server_.answer("/page", {"HTTP/1.1 200 OK\r\n\r\nhello", Reply::Then::HoldOpen});
  HttpFetcher fetcher(local());
  FetchResult result;
  std::thread thread([&] { result = fetcher.fetch({.address = server_.address("/page")}); });
  while (server_.requests().empty()) std::this_thread::yield();
  fetcher.stop();
  thread.join();
  EXPECT_EQ(result.outcome, FetchOutcome::Failed);
  EXPECT_EQ(result.detail, "the fetch was stopped");
}

TEST_F(HttpFetcherTest, RefusesRedirectsToWhereItWouldNotGoItself) {
  for (const auto* location :
       {"file:///etc/passwd", "gopher://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/",
        "http://169.254.169.254/latest/", "http://[::ffff:10.0.0.1]/", "http://0/",
        "http://user:secret@127.0.0.1/", "http://127.0.0.1:22/", "http://0xa000001/"}) {
    server_.answer("/page", redirect(location));
    const auto result = fetch("/page");
    EXPECT_EQ(result.outcome, FetchOutcome::Refused) << location << ": " << result.detail;
    EXPECT_EQ(result.final_address, server_.address("/page")) << location;
    EXPECT_EQ(result.body, "") << location;
    EXPECT_EQ(result.detail.find("secret"), std::string::npos);
  }
}

TEST_F(HttpFetcherTest, RefusesLoopbackUnlessANetworkIsAllowed) {
  server_.answer("/page", reply("200 OK"));
  auto options = local();
  options.allowed_networks = {};
  for (const std::string host : {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"}) {
    const auto result = HttpFetcher(options).fetch(
        {.address = "http://" + host + ":" + std::to_string(server_.port()) + "/page"});
    EXPECT_EQ(result.outcome, FetchOutcome::Refused) << host << ": " << result.detail;
    EXPECT_EQ(result.final_address, "") << host;
  }
  EXPECT_TRUE(server_.requests().empty());
  options.allowed_networks = {"127.0.0.2", "10.0.0.0/8"};
  EXPECT_EQ(HttpFetcher(options).fetch({.address = server_.address("/page")}).outcome, FetchOutcome::Refused);
  EXPECT_TRUE(server_.requests().empty());
}

TEST_F(HttpFetcherTest, RefusesPortsThatAreNotAllowed) {
  auto options = local();
  options.further_ports = {};
  EXPECT_EQ(HttpFetcher(options).fetch({.address = server_.address("/page")}).outcome, FetchOutcome::Refused);
  EXPECT_TRUE(server_.requests().empty());
}

TEST_F(HttpFetcherTest, UsesNoProxyOfTheEnvironment) {
  for (const auto* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"})
    ASSERT_EQ(setenv(name, server_.address("").c_str(), 1), 0);
  const auto result = HttpFetcher(local()).fetch({.address = "http://10.0.0.1/page"});
  EXPECT_EQ(result.outcome, FetchOutcome::Refused) << result.detail;
  EXPECT_TRUE(server_.requests().empty());
  for (const auto* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"}) unsetenv(name);
}

TEST_F(HttpFetcherTest, FailsWithoutAnswer) {
  server_.answer("/nothing", {""});
  server_.answer("/no-http", {"220 mail.example.org ESMTP\r\n"});
  for (const auto* path : {"/nothing", "/no-http"}) {
    const auto result = fetch(path);
    EXPECT_EQ(result.outcome, FetchOutcome::Failed) << path;
    EXPECT_FALSE(result.detail.empty()) << path;
    EXPECT_TRUE(result.body.empty()) << path;
  }
  std::string encrypted = server_.address("/page");
  encrypted.replace(0, 4, "https");
  auto options = local();
  options.connect_time = std::chrono::milliseconds(200);  // the server waits for a request that does not come
  EXPECT_EQ(HttpFetcher(options).fetch({.address = encrypted}).outcome, FetchOutcome::Failed);
  const std::string name_that_cannot_be =
      std::string(64, 'a') + ".invalid";  // a label has 63 characters at most
  EXPECT_EQ(HttpFetcher(local()).fetch({.address = "http://" + name_that_cannot_be + "/"}).outcome,
            FetchOutcome::Failed);
}

TEST_F(HttpFetcherTest, RefusesLineBreaksInTheRequest) {
  for (const FetchRequest& request :
       {FetchRequest{.address = server_.address("/"), .if_none_match = "a\r\nX: y"},
        FetchRequest{.address = server_.address("/"), .if_modified_since = "a\nX: y"},
        FetchRequest{.address = server_.address("/"), .accept = std::string("a\0b", 3)}})
    EXPECT_EQ(HttpFetcher(local()).fetch(request).outcome, FetchOutcome::Refused);
  EXPECT_TRUE(server_.requests().empty());
}

TEST_F(HttpFetcherTest, ServesSeveralThreadsAtOnce) {
  server_.answer("/page", reply("200 OK", "", "hello"));
  HttpFetcher fetcher(local());
  std::vector<FetchResult> results(16);
  std::vector<std::thread> threads;
  for (auto& result : results)
    threads.emplace_back([&] { result = fetcher.fetch({.address = server_.address("/page")}); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result.body, "hello") << result.detail;
}

TEST(HttpFetcherOptions, RefusesNetworksThatAreNone) {
  for (const auto* network : {"", "localhost", "10.0.0.1/8", "*"}) {
    HttpFetcherOptions options;
    options.allowed_networks = {network};
    try {
      HttpFetcher fetcher(options);
      ADD_FAILURE() << network;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::Invalid);
    }
  }
}

TEST(FetchOutcome, HasANameEach) {
  EXPECT_EQ(to_string(FetchOutcome::Fetched), "fetched");
  EXPECT_EQ(to_string(FetchOutcome::NotModified), "not_modified");
  EXPECT_EQ(to_string(FetchOutcome::NotFound), "not_found");
  EXPECT_EQ(to_string(FetchOutcome::Blocked), "blocked");
  EXPECT_EQ(to_string(FetchOutcome::Refused), "refused");
  EXPECT_EQ(to_string(FetchOutcome::Failed), "failed");
}

}  // namespace
}  // namespace certreg::fetch
