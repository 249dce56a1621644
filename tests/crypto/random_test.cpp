#include "certreg/crypto/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "crypto/uuid_text.h"

namespace certreg::crypto {
namespace {

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

const Milliseconds kNow{std::chrono::milliseconds(0x017F22E279B0)};
const std::string kTimePrefix = "017f22e2-79b0-";

TEST(UuidV7, MatchesTheVectorOfRfc9562) {  // appendix A.6
  EXPECT_EQ(uuid_v7_text(kNow, 0xCC3, 0x18C4DC0C0C07398F), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(UuidV7, DropsBitsThatAFieldDoesNotHave) {
  EXPECT_EQ(uuid_v7_text(kNow, 0xFFFF, 0xFFFF'FFFF'FFFF'FFFF), "017f22e2-79b0-7fff-bfff-ffffffffffff");
}

TEST(UuidV7, CarriesTheTimeAndHasTheShape) {
  const std::string uuid = new_uuid_v7(kNow);
  EXPECT_TRUE(std::regex_match(
      uuid, std::regex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")))
      << uuid;
  EXPECT_TRUE(uuid.starts_with(kTimePrefix)) << uuid;
}

TEST(UuidV7, GrowsWithinOneMillisecondEvenWhenTheCounterIsUsedUp) {
  std::string last = new_uuid_v7(kNow);
  for (int i = 0; i < 10'000; ++i) {
    const std::string next = new_uuid_v7(kNow);
    ASSERT_LT(last, next);
    last = next;
  }
  EXPECT_FALSE(last.starts_with(kTimePrefix));
}

TEST(UuidV7, DoesNotGoBackWithASmallStepOfTheClock) {
  const auto now = kNow + std::chrono::hours(1);
  const std::string before = new_uuid_v7(now);
  EXPECT_LT(before, new_uuid_v7(now - std::chrono::milliseconds(9'999)));
}

TEST(UuidV7, FollowsALargeStepOfTheClock) {
  const auto now = kNow + std::chrono::hours(2);
  const std::string before = new_uuid_v7(now);
  EXPECT_GT(before, new_uuid_v7(now - std::chrono::milliseconds(10'000)));
}

TEST(UuidV7, IsUniqueOverThreads) {
  constexpr std::size_t kThreads = 4, kEach = 2'000;
  std::vector<std::vector<std::string>> made(kThreads);
  std::vector<std::thread> threads;
  for (auto& mine : made)
    threads.emplace_back([&mine] {
      for (std::size_t i = 0; i < kEach; ++i) mine.push_back(new_uuid_v7(kNow));
    });
  for (auto& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& mine : made) {
    EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
    all.insert(mine.begin(), mine.end());
  }
  EXPECT_EQ(all.size(), kThreads * kEach);
}

TEST(RandomBytes, HasTheAskedLengthAndDoesNotRepeat) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{32}, std::size_t{1'100'000}})
    EXPECT_EQ(random_bytes(count).size(), count);
  EXPECT_NE(random_bytes(32), random_bytes(32));
}

}  // namespace
}  // namespace certreg::crypto
