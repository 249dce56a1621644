#include <gtest/gtest.h>

#include <thread>

#include <fmt/format.h>

#include "http/world.h"

namespace certreg::http {
namespace {

using test::End;
using test::RawAnswer;
using test::RawClient;

constexpr std::chrono::milliseconds kShort{30};

TEST(KeepAlive, StaysOpenByDefaultInHttp11) {
  const World world;
  RawClient client = world.client();
  const RawAnswer first = client.ask(get_request("/fixed"));
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.body, std::string(1024, 'x'));
  EXPECT_EQ(first.field("Connection"), std::nullopt);
  EXPECT_EQ(client.ask(get_request("/pool/fixed")).status, 200);
}

TEST(KeepAlive, EndsWhenAskedTo) {
  const World world;
  for (const auto* path : {"/fixed", "/pool/fixed"}) {
    RawClient client = world.client();
    const RawAnswer answer = client.ask(get_request(path, "Connection: close\r\n"));
    EXPECT_EQ(answer.field("connection"), "close");
    EXPECT_EQ(client.wait_for_end(), End::Closed);
  }
}

TEST(KeepAlive, EndsByDefaultInHttp10) {
  const World world;
  RawClient client = world.client();
  EXPECT_EQ(client.ask("GET /fixed HTTP/1.0\r\n\r\n").status, 200);
  EXPECT_EQ(client.wait_for_end(), End::Closed);
}

// Request and end come together or one after the other, as it happens.
TEST(KeepAlive, EndsWhenTheClientHasEnded) {
  const World world;
  std::vector<RawClient> clients;
  for (int round = 0; round < 50; ++round) {
    auto& client = clients.emplace_back(world.client());
    client.send(get_request("/fixed"));
    client.finish_sending();
  }
  for (auto& client : clients) {
    EXPECT_EQ(client.read_answer().status, 200);
    EXPECT_EQ(client.wait_for_end(), End::Closed);
  }
}

TEST(KeepAlive, StaysOpenInHttp10WhenAskedTo) {
  const World world;
  RawClient client = world.client();
  const std::string request = "GET /fixed HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
  EXPECT_EQ(client.ask(request).field("connection"), "keep-alive");
  EXPECT_EQ(client.ask(request).status, 200);
  EXPECT_TRUE(client.stays_silent(kShort));
}

TEST(Pipelining, AnswersInOrderFromMemoryAndPool) {
  World world;
  RawClient client = world.client();
  const std::vector<std::string> paths = {"/echo", "/pool/held", "/fixed", "/pool/echo", "/none"};
  std::string all;
  for (int round = 0; round < 4; ++round) {
    for (const auto& path : paths) all += get_request(path);
  }
  client.send(all);
  ASSERT_TRUE(world.valve.wait_for_waiting(1));
  world.valve.open();
  for (int round = 0; round < 4; ++round) {
    EXPECT_EQ(client.read_answer().body, "0 0");
    EXPECT_EQ(client.read_answer().body, "held");
    EXPECT_EQ(client.read_answer().body.size(), 1024U);
    EXPECT_EQ(client.read_answer().body, "0 0");
    EXPECT_EQ(client.read_answer().status, 404);
  }
}

TEST(Pipelining, RefusesMoreThanIsKept) {
  World world([](Options& options) { options.limits.ahead = 10'000; });
  RawClient client = world.client();
  client.send(get_request("/pool/held"));
  ASSERT_TRUE(world.valve.wait_for_waiting(1));
  std::string flood;  // more than sockets hold: when it is sent, most of it was read
  while (flood.size() < 20'000'000) flood += get_request("/echo");
  client.send(flood);
  world.valve.open();
  EXPECT_EQ(client.read_answer().body, "held");
  EXPECT_EQ(client.read_answer().status, 413);
  EXPECT_EQ(world.handled, 1);
}

TEST(Pipelining, AnswersThousands) {
  const World world;
  RawClient client = world.client();
  std::string all;
  for (int i = 0; i < 3000; ++i) all += get_request(fmt::format("/shown?{}", i));
  std::jthread sender([&] { client.send(all); });
  for (int i = 0; i < 3000; ++i) {
    const RawAnswer answer = client.read_answer();
    ASSERT_NE(answer.body.find(fmt::format("{{{}=}}", i)), std::string::npos) << answer.body;
  }
}

}  // namespace
}  // namespace certreg::http
