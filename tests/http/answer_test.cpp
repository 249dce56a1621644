#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>
#include <utility>

#include "http/world.h"

namespace certreg::http {
namespace {

using test::End;
using test::RawAnswer;
using test::RawClient;
using Expect = RawClient::Expect;

std::string head_request(std::string_view target) {
  return fmt::format("HEAD {} HTTP/1.1\r\nHost: h\r\n\r\n", target);
}

TEST(Answer, ToHeadHasTheLengthAndNoBody) {
  const World world;
  RawClient client = world.client();
  for (const auto* path : {"/fixed", "/pool/fixed"}) {
    const RawAnswer answer = client.ask(head_request(path), Expect::NoBody);
    EXPECT_EQ(answer.field("content-length"), "1024");
    EXPECT_EQ(client.ask(get_request("/echo")).body, "0 0");
  }
}

TEST(Answer, ToHeadNeverCallsTheGenerator) {
  World world;
  RawClient client = world.client();
  const RawAnswer answer = client.ask(head_request("/stream/parts"), Expect::NoBody);
  EXPECT_EQ(answer.field("transfer-encoding"), "chunked");
  EXPECT_EQ(client.ask(get_request("/echo")).body, "0 0");
  EXPECT_EQ(world.chunk_calls, 0);
}

TEST(Answer, WithoutContentHasNoBodyAndNoLength) {
  const World world;
  for (const auto* path : {"/status/204", "/status/304"}) {
    RawClient client = world.client();
    EXPECT_EQ(client.ask(get_request(path)).field("content-length"), std::nullopt);
    EXPECT_EQ(client.ask(get_request("/echo")).body, "0 0");
  }
}

TEST(Answer, CarriesItsHeadersAndADate) {
  const World world;
  const RawAnswer answer = world.get("/header/good");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.field("etag"), "\"17\"");
  EXPECT_EQ(answer.field("link"), "</v1>; rel=\"next\"");
  EXPECT_EQ(answer.field("content-type"), "text/plain");
  EXPECT_EQ(answer.field("date").value_or("").size(), 29U);
}

TEST(HeaderLines, RefuseWhatWouldEndALine) {
  HeaderLines lines;
  lines.add("A", "1");
  for (const auto& value : {std::string("a\r\nB: 2"), std::string("a\nb"), std::string("a\0b", 3)})
    EXPECT_THROW(lines.add("A", value), std::logic_error);
  EXPECT_EQ(lines.text(), "A: 1\r\n");
}

class UnsendableAnswer : public testing::TestWithParam<const char*> {};

TEST_P(UnsendableAnswer, BecomesAnInternalError) {
  const World world;
  RawClient client = world.client();
  const RawAnswer answer = client.ask(get_request(GetParam()));
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.head.find("Evil"), std::string::npos);
  EXPECT_EQ(answer.head.find("Cookie"), std::string::npos);
  EXPECT_EQ(client.ask(get_request("/echo")).body, "0 0");
}

INSTANTIATE_TEST_SUITE_P(Answer, UnsendableAnswer,
                         testing::Values("/header/crlf", "/header/lf", "/header/nul", "/header/name",
                                         "/header/length", "/header/type", "/status/100", "/status/0",
                                         "/status/999"));

class EscapedException : public testing::TestWithParam<const char*> {};

TEST_P(EscapedException, BecomesAnInternalErrorWithoutItsText) {
  World world;
  const RawAnswer answer = world.get(GetParam());
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  EXPECT_EQ(world.failures, 1);
  EXPECT_EQ(world.get("/fixed").status, 200);
}

INSTANTIATE_TEST_SUITE_P(Answer, EscapedException,
                         testing::Values("/throws/std", "/throws/int", "/throws/string", "/pool/throws/std",
                                         "/pool/throws/int", "/pool/throws/string", "/plan/throws"));

TEST(Stream, IsChunkedInHttp11AndTheConnectionGoesOn) {
  const World world;
  RawClient client = world.client();
  for (const auto* path : {"/stream/parts", "/pool/stream/parts"}) {
    const RawAnswer answer = client.ask(get_request(path));
    EXPECT_EQ(answer.field("transfer-encoding"), "chunked");
    EXPECT_EQ(answer.body, "part 5 part 4 part 3 part 2 part 1 ");
    EXPECT_TRUE(answer.complete);
  }
  EXPECT_EQ(client.ask(get_request("/pool/stream/large")).body, std::string(500'000, 'l'));
}

TEST(Stream, EndsWithTheConnectionInHttp10) {
  const World world;
  for (const auto* path : {"/stream/parts", "/pool/stream/parts"}) {
    const RawAnswer answer =
        world.ask(fmt::format("GET {} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", path));
    EXPECT_EQ(answer.field("transfer-encoding"), std::nullopt);
    EXPECT_EQ(answer.body, "part 5 part 4 part 3 part 2 part 1 ");
    EXPECT_TRUE(answer.complete);
  }
}

TEST(Stream, PipelinedRequestsWaitForItsEnd) {
  World world;
  RawClient client = world.client();
  client.send(get_request("/stream/held") + get_request("/fixed") + get_request("/pool/echo"));
  ASSERT_TRUE(world.valve.wait_for_waiting(1));
  world.valve.open();
  EXPECT_EQ(client.read_answer().body, "part 5 part 4 part 3 part 2 part 1 ");
  EXPECT_EQ(client.read_answer().body.size(), 1024U);
  EXPECT_EQ(client.read_answer().body, "0 0");
}

TEST(Stream, ThatThrowsNeverEndsCleanly) {
  World world;
  RawClient modern = world.client();
  EXPECT_FALSE(modern.ask(get_request("/stream/throws")).complete);
  RawClient old = world.client();
  old.send("GET /stream/throws HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.wait_for_end(), End::Reset);
  EXPECT_EQ(world.failures, 2);
  EXPECT_TRUE(world.wait_until([&] { return world.server->counters().cut == 2; }));
}

TEST(Stream, IsReleasedWhenTheClientGoes) {
  World world;
  {
    RawClient client(world.port(), 4096);
    client.send(get_request("/stream/endless"));
    ASSERT_TRUE(world.wait_until([&] { return world.chunk_calls > 20; }));
  }
  EXPECT_TRUE(world.wait_until([&] { return world.streams_released == 1; }));
}

TEST(Stream, IsPulledOnlyWhileLittleIsUnsent) {
  World world;
  RawClient client(world.port(), 4096);
  client.send(get_request("/stream/endless"));
  int calls = -1;
  // Standing still for a while means that it waits for the reader.
  ASSERT_TRUE(world.wait_until([&] {
    const int before = std::exchange(calls, world.chunk_calls.load());
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    return calls > 0 && before == calls;
  }));
  EXPECT_LT(calls, 2'000) << "20 MB";
}

TEST(Log, HasALineForEachAnswer) {
  World world;
  RawClient client = world.client();
  client.ask(get_request("/fixed?a=1"));
  client.ask(get_request("/pool/stream/parts"));
  client.ask(get_request("/%zz"));
  ASSERT_TRUE(world.wait_until([&] { return world.log().size() == 3; }));
  const auto lines = world.log();
  EXPECT_EQ(lines[0].target, "/fixed?a=1");
  EXPECT_EQ(lines[0].method, "GET");
  EXPECT_EQ(lines[0].peer, "127.0.0.1");
  EXPECT_EQ(lines[0].status, 200);
  EXPECT_EQ(lines[0].body_bytes, 1024U);
  EXPECT_EQ(lines[1].body_bytes, 35U);
  EXPECT_EQ(lines[2].status, 400);
  EXPECT_EQ(world.server->counters().requests, 3U);
  EXPECT_EQ(world.server->counters().refused, 1U);
}

}  // namespace
}  // namespace certreg::http
