#include "certreg/store/listener.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "support/postgres.h"

namespace certreg::store {
namespace {

using namespace std::chrono_literals;

const std::vector<EmbeddedFile> kFiles = {
    {"queries/test/listen_news.sql", "listen news"},
    {"queries/test/send_news.sql", "notify news"},
    {"queries/test/kill_listener.sql",
     "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = "
     "current_database()"},
};

class ListenerTest : public testing::Test {
 protected:
  const DatabaseOptions options_{.conninfo = test::empty_database(), .files = kFiles};
  Database database_{options_};
  Listener listener_{options_, "listen_news"};
};

TEST_F(ListenerTest, TellsThatItConnectedThenOnlyOfNews) {
  EXPECT_TRUE(listener_.wait(30s));
  EXPECT_FALSE(listener_.wait(0ms));
  database_.run("send_news");
  EXPECT_TRUE(listener_.wait(30s));
  EXPECT_FALSE(listener_.wait(0ms));
}

TEST_F(ListenerTest, ConnectsAnewAndSaysSo) {
  EXPECT_TRUE(listener_.wait(30s));
  database_.run("kill_listener");
  EXPECT_TRUE(listener_.wait(30s));
  database_.run("send_news");
  EXPECT_TRUE(listener_.wait(30s));
}

TEST_F(ListenerTest, IsWokenFromAnotherThread) {
  EXPECT_TRUE(listener_.wait(30s));
  std::thread waker([&] { listener_.wake(); });
  EXPECT_TRUE(listener_.wait(30s));
  waker.join();
  EXPECT_FALSE(listener_.wait(0ms));
}

TEST(ListenerAway, ComesBackWithoutADatabase) {
  Listener listener({.conninfo = "host=/nowhere", .files = kFiles}, "listen_news");
  EXPECT_FALSE(listener.wait(50ms));
  listener.wake();
  EXPECT_TRUE(listener.wait(30s));
}

TEST(ListenerAway, UnknownStatementIsAProgrammersError) {
  EXPECT_THROW(Listener({.conninfo = "", .files = kFiles}, "listen_nothing"), std::logic_error);
}

}  // namespace
}  // namespace certreg::store
