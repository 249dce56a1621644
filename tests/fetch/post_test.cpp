#include <gtest/gtest.h>

#include <future>

#include "certreg/fetch/http_fetcher.h"
#include "support/loopback_server.h"

namespace certreg::fetch {
namespace {

class PostTest : public ::testing::Test {
 protected:
  PostTest() {
    options_.allowed_networks = {"127.0.0.0/8"};
    options_.further_ports = {server_.port()};
  }
  PostRequest request(const std::string& path = "/hook") const {
    return {.address = server_.address(path),
            .content_type = "application/json",
            .headers = {{"webhook-id", "one"}},
            .body = R"({"a":1})"};
  }

  LoopbackServer server_;
  HttpFetcherOptions options_;
};

TEST_F(PostTest, SendsTheBodyAsItIs) {
  server_.answer("/hook", reply("204 No Content"));
  const auto result = HttpFetcher(options_).post(request());
  EXPECT_EQ(result.outcome, PostOutcome::Answered) << result.detail;
  EXPECT_EQ(result.http_status, 204);
  ASSERT_EQ(server_.requests().size(), 1U);
  const auto sent = server_.requests().front();
  EXPECT_TRUE(sent.starts_with("POST /hook HTTP/1.1\r\n")) << sent;
  for (const auto* line : {"\r\nContent-Type: application/json\r\n", "\r\nwebhook-id: one\r\n"})
    EXPECT_NE(sent.find(line), std::string::npos) << sent;
  EXPECT_EQ(sent.find("Expect:"), std::string::npos);
  EXPECT_TRUE(sent.ends_with("\r\n\r\n{\"a\":1}")) << sent;
}

TEST_F(PostTest, SendsALargeBodyWhole) {
  server_.answer("/hook", reply("200 OK"));
  auto large = request();
  large.body.assign(3'000'000, 'x');
  EXPECT_EQ(HttpFetcher(options_).post(large).http_status, 200);
  EXPECT_TRUE(server_.requests().front().ends_with("\r\n\r\n" + large.body));
}

TEST_F(PostTest, TakesEveryStatusForAnAnswerAndFollowsNone) {
  server_.answer("/hook", reply("302 Found", "Location: /other\r\n"));
  EXPECT_EQ(HttpFetcher(options_).post(request()).http_status, 302);
  server_.answer("/hook", reply("429 Too Many Requests", "Retry-After: 120\r\n", "slower"));
  const auto slower = HttpFetcher(options_).post(request());
  EXPECT_EQ(slower.http_status, 429);
  EXPECT_EQ(slower.retry_after, std::chrono::seconds(120));
  EXPECT_EQ(server_.paths(), (std::vector<std::string>{"/hook", "/hook"}));
}

// Whoever answers without end has answered.
TEST_F(PostTest, DoesNotReadWhatTheEndpointSays) {
  server_.answer("/hook", {"HTTP/1.1 200 OK\r\n\r\n", Reply::Then::RepeatForever, std::string(4096, 'x')});
  EXPECT_EQ(HttpFetcher(options_).post(request()).http_status, 200);
}

TEST_F(PostTest, BringsAnAnswerThatIsWanted) {
  struct {
    const char* name;
    Reply reply;
    std::size_t most;
    const char* body;
  } const cases[] = {{"whole", reply("200 OK", "", "answer"), 6, "answer"},
                     {"too long", reply("200 OK", "", "answer"), 5, ""},
                     {"not wanted", reply("200 OK", "", "answer"), 0, ""},
                     {"of a refusal", reply("400 Bad Request", "", "answer"), 6, ""}};
  for (const auto& row : cases) {
    server_.answer("/hook", row.reply);
    auto asked = request();
    asked.most_answer_bytes = row.most;
    const auto result = HttpFetcher(options_).post(asked);
    EXPECT_EQ(result.outcome, PostOutcome::Answered) << row.name;
    EXPECT_EQ(result.body, row.body) << row.name;
  }
}

TEST_F(PostTest, FailsWithoutAnAnswer) {
  server_.answer("/hook", {"", Reply::Then::HoldOpen, ""});
  options_.post_time = std::chrono::milliseconds(200);
  const auto silent = HttpFetcher(options_).post(request());
  EXPECT_EQ(silent.outcome, PostOutcome::Failed);
  EXPECT_NE(silent.detail, "");
  const HeldPort nobody;
  options_.further_ports = {nobody.number()};
  auto other = request();
  other.address = "http://127.0.0.1:" + std::to_string(nobody.number()) + "/";
  EXPECT_EQ(HttpFetcher(options_).post(other).outcome, PostOutcome::Failed);
}

TEST_F(PostTest, RefusesWhatIsNotPublic) {
  options_.allowed_networks.clear();
  const auto result = HttpFetcher(options_).post(request());
  EXPECT_EQ(result.outcome, PostOutcome::Refused);
  EXPECT_EQ(result.detail, "the address 127.0.0.1 is not on the public internet");
  EXPECT_EQ(server_.connections(), 0);
}

TEST_F(PostTest, RefusesALineBreakInAHeader) {
  auto hostile = request();
  hostile.headers = {{"webhook-id", "one\r\nHost: other"}};
  EXPECT_EQ(HttpFetcher(options_).post(hostile).outcome, PostOutcome::Refused);
  EXPECT_EQ(server_.connections(), 0);
}

TEST_F(PostTest, IsStopped) {
  server_.answer("/hook", {"", Reply::Then::HoldOpen, ""});
  HttpFetcher fetcher(options_);
  auto result = std::async(std::launch::async, [&] { return fetcher.post(request()); });
  while (server_.requests().empty()) std::this_thread::yield();
  fetcher.stop();
  EXPECT_EQ(result.get().outcome, PostOutcome::Stopped);
}

TEST(Endpoint, MustBeHttpsUnlessItIsThisMachine) {
  for (const auto* address : {"https://hooks.example/certreg", "https://10.0.0.1:8443/",
                              "http://127.0.0.1:8080/", "http://[::1]/", "http://localhost:9000/a"})
    EXPECT_EQ(problem_of_endpoint(address), "") << address;
  for (const auto* address : {"http://hooks.example/", "http://127.0.0.1.example/", "http://10.0.0.1/"})
    EXPECT_EQ(problem_of_endpoint(address), "must be an https address") << address;
  for (const auto* address : {"", "hooks", "ftp://hooks.example/", "https://ada:secret@hooks.example/",
                              "https://", "https://a b/", "file:///etc/passwd"})
    EXPECT_NE(problem_of_endpoint(address), "") << address;
}

}  // namespace
}  // namespace certreg::fetch
