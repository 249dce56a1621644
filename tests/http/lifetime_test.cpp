// Clients that vanish, servers that end, and what must not get mixed up meanwhile.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

#include "certreg/domain/error.h"
#include "http/world.h"

namespace certreg::http {
namespace {

using namespace std::chrono_literals;
using test::End;
using test::RawAnswer;
using test::RawClient;

TEST(Pool, FullAnswersBusyAndKeepsTheConnection) {
  World world([](Options& options) { options.pool_queue = 1; });
  std::vector<RawClient> clients;
  for (int i = 0; i < 2; ++i) {
    clients.push_back(world.client());
    clients.back().send(get_request("/pool/held"));
    ASSERT_TRUE(world.valve.wait_for_waiting(i + 1));
  }
  clients.push_back(world.client());
  clients.back().send(get_request("/pool/held"));
  ASSERT_TRUE(world.wait_until([&] { return world.server->counters().queued == 1; }));
  RawClient refused = world.client();
  const RawAnswer answer = refused.ask(get_request("/pool/held"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.field("retry-after"), "1");
  EXPECT_EQ(refused.ask(get_request("/fixed")).status, 200);
  world.valve.open();
  for (auto& client : clients) EXPECT_EQ(client.read_answer().body, "held");
}

TEST(Connections, AboveTheirNumberAreTurnedAway) {
  World world([](Options& options) { options.limits.connections = 3; });
  std::vector<RawClient> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(world.client());
    EXPECT_EQ(clients.back().ask(get_request("/fixed")).status, 200);
  }
  RawClient refused = world.client();
  const RawAnswer answer = refused.read_answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.field("retry-after"), "1");
  EXPECT_NE(refused.wait_for_end(), End::Open);
  clients.pop_back();
  ASSERT_TRUE(world.wait_until([&] { return world.server->counters().connections == 2; }));
  EXPECT_EQ(world.get("/fixed").status, 200);
}

TEST(Connections, MoreThanPistachesBacklogConnectAtOnce) {
  const World world;
  std::vector<RawClient> clients;
  for (int i = 0; i < 400; ++i) {
    clients.push_back(world.client());
    clients.back().send(get_request("/fixed"));
  }
  for (auto& client : clients) EXPECT_EQ(client.read_answer().status, 200);
}

// Many descriptors are used again while the answers to their first users are still being made.
TEST(LateAnswer, NeverReachesAnotherClient) {
  World world([](Options& options) { options.pool_queue = 1000; });
  for (int i = 0; i < 30; ++i) {
    RawClient gone = world.client();
    gone.send(get_request("/pool/held"));
    ASSERT_TRUE(world.wait_until([&] { return world.server->counters().connections == 1; }));
    const std::uint64_t behind_two_threads = i < 2 ? 0 : static_cast<std::uint64_t>(i - 1);
    ASSERT_TRUE(world.valve.wait_for_waiting(std::min(i + 1, 2)));
    ASSERT_TRUE(world.wait_until([&] { return world.server->counters().queued == behind_two_threads; }));
    gone.close();
    ASSERT_TRUE(world.wait_until([&] { return world.server->counters().connections == 0; }));
  }
  std::vector<RawClient> others;
  for (int i = 0; i < 30; ++i) others.push_back(world.client());
  world.valve.open();
  ASSERT_TRUE(world.wait_until([&] { return world.handled == 30; }));
  for (auto& other : others) EXPECT_EQ(other.ask(get_request("/pool/echo")).body, "0 0");
  EXPECT_EQ(world.server->counters().cut, 30U);
}

TEST(AbruptClients, LeaveTheOthersTheirAnswers) {
  World world([](Options& options) { options.pool_queue = 10'000; });
  std::jthread abrupt([&world](const std::stop_token& stop) {
    std::minstd_rand random(7);
    const std::vector<std::string> requests = {
        get_request("/pool/echo"),
        "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9000\r\n\r\nab",
        get_request("/fixed") + get_request("/pool/fixed") + get_request("/big"),
        "GARBAGE\r\n\r\n",
        get_request("/stream/large"),
        get_request("/pool/stream/throws")};
    // Clients that close first keep their port for a minute, so not more of them than there are ports.
    for (int i = 0; i < 5'000 && !stop.stop_requested(); ++i) {
      RawClient client = world.client();
      client.send(requests[random() % requests.size()]);
      if (random() % 2 == 0) client.reset_on_close();
    }
  });
  RawClient client = world.client();
  for (int i = 0; i < 400; ++i) {
    const std::string path = fmt::format("{}/shown?{}", i % 2 == 0 ? "/pool" : "", i);
    const RawAnswer answer = client.ask(get_request(path) + get_request("/pool/echo"));
    ASSERT_NE(answer.body.find(fmt::format("{{{}=}}", i)), std::string::npos) << answer.body;
    ASSERT_EQ(client.read_answer().body, "0 0");
  }
}

TEST(Drain, FinishesWhatIsInFlightAndWhatWasSentBehindIt) {
  World world;
  RawClient busy = world.client();
  busy.send(get_request("/pool/held") + get_request("/fixed"));
  RawClient idle = world.client();
  EXPECT_EQ(idle.ask(get_request("/fixed")).status, 200);
  ASSERT_TRUE(world.valve.wait_for_waiting(1));
  std::jthread drain([&world] { EXPECT_TRUE(world.server->drain(20s)); });
  EXPECT_EQ(idle.wait_for_end(), End::Closed);
  RawClient fresh = world.client();
  EXPECT_EQ(fresh.read_answer().status, 503);
  world.valve.open();
  EXPECT_EQ(busy.read_answer().body, "held");
  const RawAnswer last = busy.read_answer();
  EXPECT_EQ(last.body.size(), 1024U);
  EXPECT_EQ(last.field("connection"), "close");
  EXPECT_EQ(busy.wait_for_end(), End::Closed);
  drain.join();
  EXPECT_THROW(world.client(), std::runtime_error);
}

TEST(Drain, FinishesStreamsAndUploads) {
  World world;
  RawClient stream = world.client();
  stream.send(get_request("/stream/held"));
  ASSERT_TRUE(world.valve.wait_for_waiting(1));
  RawClient upload = world.client();
  EXPECT_EQ(upload.ask("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
                .status,
            100);
  std::jthread drain([&world] { EXPECT_TRUE(world.server->drain(20s)); });
  ASSERT_TRUE(world.wait_until([&] { return world.client().read_answer().status == 503; }));
  EXPECT_EQ(upload.ask("hello").body, sum_of("hello"));
  world.valve.open();
  EXPECT_TRUE(stream.read_answer().complete);
}

TEST(Drain, SendsALargeAnswerToItsEnd) {
  World world;
  RawClient client(world.port(), 64 * 1024);
  client.send(get_request("/big"));
  ASSERT_TRUE(world.wait_until([&] { return world.handled == 1; }));
  std::jthread drain([&world] { EXPECT_TRUE(world.server->drain(20s)); });
  EXPECT_EQ(client.read_answer().body.size(), 20'000'000U);
}

TEST(Drain, GivesUpAfterItsLimit) {
  World world;
  RawClient client = world.client();
  client.send(get_request("/pool/held"));
  ASSERT_TRUE(world.valve.wait_for_waiting(1));
  EXPECT_FALSE(world.server->drain(50ms));
  EXPECT_FALSE(client.read_answer().complete);
  EXPECT_EQ(world.server->counters().connections, 0U);
}

TEST(Drain, OfAnIdleServerIsDoneAtOnce) {
  World world;
  const RawClient client = world.client();
  EXPECT_TRUE(world.server->drain(20s));
  EXPECT_TRUE(world.server->drain(20s));
}

TEST(Server, RefusesAddressesThatAreNoneAndPortsInUse) {
  const World world;
  EXPECT_THROW(World([](Options& options) { options.address = "example.org"; }), Error);
  EXPECT_THROW(World([&](Options& options) { options.port = world.port(); }), Error);
}

TEST(Server, ListensOnIpv6) {
  const World world([](Options& options) { options.address = "::1"; });
  EXPECT_NE(world.port(), 0);
}

}  // namespace
}  // namespace certreg::http
