// Clients that are slow, by accident or design.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <thread>

#include "http/world.h"

namespace certreg::http {
namespace {

using namespace std::chrono_literals;
using test::End;
using test::RawAnswer;
using test::RawClient;

std::chrono::microseconds processor_time() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto micros = [](const timeval& time) {
    return std::chrono::microseconds(time.tv_sec * 1'000'000 + time.tv_usec);
  };
  return micros(used.ru_utime) + micros(used.ru_stime);
}

TEST(SlowClient, HeadIsTimedOut) {
  const World world([](Options& options) { options.limits.head_time = 50ms; });
  RawClient client = world.client();
  client.send("GET /fixed HT");
  EXPECT_EQ(client.read_answer().status, 408);
  EXPECT_EQ(client.wait_for_end(), End::Closed);
}

TEST(SlowClient, HeadThatDripsIsTimedOut) {
  const World world([](Options& options) { options.limits.head_time = 50ms; });
  RawClient client = world.client();
  std::jthread drip([&client](const std::stop_token& stop) {
    client.send("GET /fixed HTTP/1.1\r\nHost: ");
    while (!stop.stop_requested() && client.send("h")) std::this_thread::sleep_for(5ms);
  });
  EXPECT_EQ(client.read_answer().status, 408);
}

TEST(SlowClient, BodyIsTimedOut) {
  World world([](Options& options) { options.limits.body_time = 50ms; });
  RawClient client = world.client();
  client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab");
  EXPECT_EQ(client.read_answer().status, 408);
  EXPECT_EQ(client.wait_for_end(), End::Closed);
  EXPECT_EQ(world.handled, 0);
}

// 40 KB at 1,000 bytes a second earn 40 s beyond the 50 ms.
TEST(SlowClient, BodyThatArrivesFastEnoughIsTaken) {
  const World world([](Options& options) {
    options.limits.body_time = 50ms;
    options.limits.body_rate = 1'000;
  });
  RawClient client = world.client();
  client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 40000\r\n\r\n");
  for (int i = 0; i < 10; ++i) {
    client.send(std::string(4'000, 'a'));
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_EQ(client.read_answer().body, sum_of(std::string(40'000, 'a')));
}

TEST(SlowClient, IdleConnectionIsClosed) {
  const World world([](Options& options) { options.limits.idle_time = 50ms; });
  RawClient fresh = world.client();
  EXPECT_EQ(fresh.wait_for_end(), End::Closed);
  RawClient used = world.client();
  EXPECT_EQ(used.ask(get_request("/fixed")).status, 200);
  EXPECT_EQ(used.wait_for_end(), End::Closed);
}

TEST(SlowClient, WorkInThePoolIsNotTimedOut) {
  World world([](Options& options) {
    options.limits.idle_time = options.limits.head_time = options.limits.body_time =
        options.limits.stall_time = 20ms;
  });
  RawClient client = world.client();
  client.send(get_request("/pool/held"));
  ASSERT_TRUE(world.valve.wait_for_waiting(1));
  EXPECT_TRUE(client.stays_silent(200ms));
  world.valve.open();
  EXPECT_EQ(client.read_answer().body, "held");
}

TEST(SlowClient, ReaderThatNeverReadsIsCutOff) {
  World world([](Options& options) { options.limits.stall_time = 100ms; });
  std::vector<RawClient> clients;
  for (const auto* path : {"/big", "/pool/big", "/stream/endless"}) {
    clients.emplace_back(world.port(), 4096);
    clients.back().send(get_request(path));
  }
  EXPECT_TRUE(world.wait_until([&] { return world.server->counters().cut == clients.size(); }));
  for (auto& client : clients) EXPECT_EQ(client.wait_for_end(), End::Reset);
}

TEST(SlowClient, ReaderThatNeverReadsCostsNothingAndHoldsUpNobody) {
  const World world;
  std::vector<RawClient> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back(world.port(), 4096);
    clients.back().send(get_request("/big"));
  }
  for (int i = 0; i < 50; ++i) EXPECT_EQ(world.get("/fixed").status, 200);
  const auto before = processor_time();
  std::this_thread::sleep_for(1s);
  // A spinning worker would use the whole second.
  EXPECT_LT(processor_time() - before, 500ms);
}

TEST(SlowClient, ReaderThatIsSlowButSteadyGetsAll) {
  const World world([](Options& options) { options.limits.stall_time = 2s; });
  for (const auto* path : {"/big", "/pool/big"}) {
    RawClient client(world.port(), 64 * 1024);
    EXPECT_EQ(client.ask(get_request(path)).body.size(), 20'000'000U);
  }
}

TEST(SlowClient, ManyBegunRequestsHoldUpNobody) {
  const World world;
  std::vector<RawClient> clients;
  for (int i = 0; i < 300; ++i) {
    clients.push_back(world.client());
    if (i % 3 == 1) clients.back().send("GET /fi");
    if (i % 3 == 2) clients.back().send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nab");
  }
  for (int i = 0; i < 20; ++i) EXPECT_EQ(world.get(i % 2 == 0 ? "/fixed" : "/pool/fixed").status, 200);
}

TEST(SlowClient, PipeliningWithoutReadingStopsTheAnswers) {
  World world([](Options& options) { options.limits.stall_time = 500ms; });
  RawClient client(world.port(), 4096);
  std::string requests;
  for (int i = 0; i < 500; ++i) requests += get_request("/big");
  client.send(requests);
  EXPECT_TRUE(world.wait_until([&] { return world.server->counters().cut == 1; }));
  EXPECT_LE(world.handled, 3);
}

TEST(SlowClient, WhoGoesOnSendingAfterTheLastAnswerIsCutOff) {
  const World world([](Options& options) { options.limits.linger_time = 50ms; });
  RawClient client = world.client();
  client.send("GARBAGE\r\n\r\n");
  const std::string more(100'000, 'x');
  bool taken = true;
  for (int i = 0; taken && i < 1'000'000; ++i) taken = client.send(more);
  EXPECT_FALSE(taken);
}

}  // namespace
}  // namespace certreg::http
