#include "certreg/jobs/repeating.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace certreg::jobs {
namespace {

using namespace std::chrono_literals;

void wait_for(const std::function<bool()>& holds) {
  while (!holds()) std::this_thread::yield();
}

TEST(Repeating, LooksAgainAtOnceWhileThereIsMore) {
  std::atomic<int> looks = 0;
  Repeating repeating([&] { return ++looks < 5; }, [](const std::string&) {}, 1h);
  repeating.start();
  wait_for([&] { return looks == 5; });
  repeating.stop();
  EXPECT_EQ(looks, 5);
}

TEST(Repeating, GoesOnAfterAFailure) {
  std::atomic<int> looks = 0;
  std::atomic<int> failures = 0;
  Repeating repeating(
      [&]() -> bool {
        if (++looks < 3) throw std::runtime_error("away");
        return false;
      },
      [&](const std::string& what) {
        EXPECT_EQ(what, "away");
        ++failures;
      },
      1ms);
  repeating.start();
  wait_for([&] { return looks >= 3; });
  repeating.stop();
  EXPECT_EQ(failures, 2);
}

TEST(Repeating, BeginsNoLookOnceItIsToStop) {
  std::atomic<int> looks = 0;
  std::atomic<bool> go_on = false;
  Repeating repeating(
      [&] {
        ++looks;
        wait_for([&] { return go_on.load(); });
        return true;
      },
      [](const std::string&) {}, 1h);
  repeating.start();
  wait_for([&] { return looks == 1; });
  repeating.begin_stop();
  EXPECT_TRUE(repeating.is_stopping());
  go_on = true;
  repeating.stop();
  EXPECT_EQ(looks, 1);
}

TEST(Repeating, NeedNotBeStarted) {
  Repeating repeating([] { return true; }, [](const std::string&) {}, 1h);
  repeating.stop();
}

}  // namespace
}  // namespace certreg::jobs
