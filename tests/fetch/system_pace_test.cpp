#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "certreg/fetch/pace.h"

namespace certreg::fetch {
namespace {

TEST(SystemPace, EndsAllSleepWhenItIsStopped) {
  SystemPace pace;
  bool slept = true;
  std::thread sleeper([&] { slept = pace.sleep_for(std::chrono::hours(24)); });
  pace.stop();
  sleeper.join();
  EXPECT_FALSE(slept);
  EXPECT_FALSE(pace.sleep_for(std::chrono::milliseconds(0)));
}

TEST(SystemPace, SleepsAsLongAsItIsTold) {
  SystemPace pace;
  const auto start = pace.now();
  EXPECT_TRUE(pace.sleep_for(std::chrono::milliseconds(5)));
  EXPECT_GE(pace.now() - start, std::chrono::milliseconds(5));
}

TEST(SystemPace, GivesChancesBelowOne) {
  SystemPace pace;
  std::set<double> chances;
  for (int i = 0; i < 100; ++i) chances.insert(pace.chance());
  EXPECT_GE(*chances.begin(), 0);
  EXPECT_LT(*chances.rbegin(), 1);
  EXPECT_GT(chances.size(), 90U);
}

}  // namespace
}  // namespace certreg::fetch
