#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "certreg/fetch/http_fetcher.h"
#include "support/gzip_bomb.h"
#include "support/loopback_server.h"

namespace certreg::fetch {
namespace {

constexpr std::size_t kLimit = 64 << 10;

Reply ok(const std::string& headers, std::string body, Reply::Then then = Reply::Then::Close) {
  return {"HTTP/1.1 200 OK\r\n" + headers + "\r\n" + std::move(body), then};
}

class FetchLimitsTest : public ::testing::Test {
 protected:
  FetchLimitsTest() {
    options_.allowed_networks = {"127.0.0.0/8"};
    options_.further_ports = {server_.port()};
    options_.max_body_bytes = kLimit;
  }

  FetchResult fetch(Reply reply) {
    server_.answer("/page", std::move(reply));
    return HttpFetcher(options_).fetch({.address = server_.address("/page")});
  }

  void expect(Reply reply, FetchOutcome outcome) {
    const auto result = fetch(std::move(reply));
    EXPECT_EQ(result.outcome, outcome) << result.detail;
    EXPECT_EQ(result.body.empty(), outcome != FetchOutcome::Fetched);
  }

  LoopbackServer server_;
  HttpFetcherOptions options_;
};

TEST_F(FetchLimitsTest, TakesABodyOfExactlyTheLimit) {
  expect(ok("", std::string(kLimit, 'x')), FetchOutcome::Fetched);
  expect(ok("Content-Length: " + std::to_string(kLimit) + "\r\n", std::string(kLimit, 'x')),
         FetchOutcome::Fetched);
}

TEST_F(FetchLimitsTest, RefusesABodyBeyondTheLimit) {
  expect(ok("", std::string(kLimit + 1, 'x')), FetchOutcome::Refused);
  expect(ok("Content-Length: 65537\r\n", std::string(kLimit + 1, 'x')), FetchOutcome::Refused);
  expect(ok("Content-Length: 99999999999\r\n", "x", Reply::Then::HoldOpen), FetchOutcome::Refused);
}

TEST_F(FetchLimitsTest, RefusesAnEndlessBody) {
  expect({"HTTP/1.1 200 OK\r\n\r\n", Reply::Then::RepeatForever, std::string(4096, 'x')},
         FetchOutcome::Refused);
  expect(
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Reply::Then::RepeatForever, "5\r\nhello\r\n"},
      FetchOutcome::Refused);
}

TEST_F(FetchLimitsTest, OpensGzip) {
  const std::string hello(
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcb\x48\xcd\xc9\xc9\x07\x00\x86\xa6\x10\x36\x05\x00\x00\x00",
      25);
  const auto result = fetch(ok("Content-Encoding: gzip\r\n", hello));
  EXPECT_EQ(result.body, "hello") << result.detail;
}

TEST_F(FetchLimitsTest, CountsGzipByWhatComesOut) {
  const auto bomb = gzip_bomb(10'000);  // 2.5 MB
  ASSERT_LT(bomb.size(), kLimit);
  expect(ok("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(bomb.size()) + "\r\n", bomb),
         FetchOutcome::Refused);
}

// Empty stored blocks (RFC 1951, 3.2.4) for ever: megabytes come, and nothing comes out.
TEST_F(FetchLimitsTest, CountsWhatComesAndNotOnlyWhatComesOut) {
  options_.max_encoded_bytes = kLimit;
  const std::string start =
      "Content-Encoding: gzip\r\n\r\n" + std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
  std::string blocks;
  for (int i = 0; i < 1000; ++i) blocks += std::string("\0\0\0\xff\xff", 5);
  expect({"HTTP/1.1 200 OK\r\n" + start, Reply::Then::RepeatForever, blocks}, FetchOutcome::Refused);
  expect({"HTTP/1.1 404 Not Found\r\n" + start, Reply::Then::RepeatForever, blocks}, FetchOutcome::NotFound);
}

TEST_F(FetchLimitsTest, RefusesTenGigabytesBeforeTheyCome) {
  expect({"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n", Reply::Then::HoldOpen},
         FetchOutcome::Refused);
}

TEST_F(FetchLimitsTest, RefusesEndlessHeaders) {
  expect({"HTTP/1.1 200 OK\r\n", Reply::Then::RepeatForever, "X: y\r\n"}, FetchOutcome::Refused);
  expect({"HTTP/1.1 200 OK\r\n", Reply::Then::RepeatForever, "X: " + std::string(8000, 'y') + "\r\n"},
         FetchOutcome::Refused);
  expect({"HTTP/1.1 200 OK\r\nX: ", Reply::Then::RepeatForever, std::string(1000, 'y')},
         FetchOutcome::Refused);
  expect({"", Reply::Then::RepeatForever, "HTTP/1.1 100 Continue\r\n\r\n"}, FetchOutcome::Refused);
}

TEST_F(FetchLimitsTest, FailsWhenTheBodyIsCutShort) {
  expect(ok("Content-Length: 10\r\n", "hello"), FetchOutcome::Failed);
  expect(ok("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n"), FetchOutcome::Failed);
  expect(ok("Content-Encoding: gzip\r\n", "not gzip at all"), FetchOutcome::Failed);
}

TEST_F(FetchLimitsTest, KeepsToTheAnnouncedLength) {
  const auto result = fetch(ok("Content-Length: 5\r\n", "hello, and more"));
  EXPECT_EQ(result.body, "hello") << result.detail;
}

TEST_F(FetchLimitsTest, GivesUpAfterTheTotalTime) {
  options_.total_time = std::chrono::milliseconds(300);
  const auto result = fetch(ok("Content-Length: 10\r\n", "hello", Reply::Then::HoldOpen));
  EXPECT_EQ(result.outcome, FetchOutcome::Failed);
  EXPECT_EQ(result.body, "");
}

TEST_F(FetchLimitsTest, GivesUpOnASlowHost) {
  options_.slow_time = std::chrono::seconds(1);
  const Reply slow[] = {
      ok("Content-Length: 10\r\n", "hello", Reply::Then::HoldOpen),
      {"HTTP/1.1 200 OK\r\n\r\n", Reply::Then::DripForever, "x"},
      {"HTTP/1.1 200 OK\r\nX: ", Reply::Then::DripForever, "y"},
      {"", Reply::Then::HoldOpen},
  };
  for (const auto& one : slow) {
    const auto result = fetch(one);
    EXPECT_EQ(result.outcome, FetchOutcome::Failed);
    EXPECT_NE(result.detail.find("too slow"), std::string::npos) << result.detail;
  }
}

TEST_F(FetchLimitsTest, CountsTheTimeOverAllRedirects) {
  options_.total_time = std::chrono::milliseconds(1);
  options_.max_redirects = 1'000'000;
  server_.answer("/page", {"HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 0\r\n\r\n"});
  const auto result = HttpFetcher(options_).fetch({.address = server_.address("/page")});
  EXPECT_EQ(result.outcome, FetchOutcome::Failed) << result.detail;
}

}  // namespace
}  // namespace certreg::fetch
