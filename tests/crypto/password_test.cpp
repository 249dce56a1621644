#include "certreg/crypto/password.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "certreg/domain/error.h"

namespace certreg::crypto {
namespace {

TEST(Password, IsKnownByItsHashAlone) {
  PasswordHasher hasher;
  const auto hash = hasher.hash("a password of some length");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << hash;
  EXPECT_NE(hash, hasher.hash("a password of some length"));
  EXPECT_TRUE(hasher.is_password_of(hash, "a password of some length"));
  for (const char* other : {"", "a password of some lengt", "A password of some length"})
    EXPECT_FALSE(hasher.is_password_of(hash, other)) << other;
  EXPECT_FALSE(hasher.is_password_of("", ""));
  EXPECT_FALSE(hasher.is_password_of("no hash", "a password of some length"));
}

TEST(Password, MoreThanTwoAtOnceWaitAndTooManyAreRefused) {
  constexpr int callers = PasswordHasher::kAtOnce + PasswordHasher::kWaiting + 6;
  PasswordHasher hasher;
  std::atomic<int> begun{0}, done{0}, refused{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < callers; ++i)
    threads.emplace_back([&] {
      ++begun;
      while (begun < callers) std::this_thread::yield();
      try {
        hasher.hash("a password of some length");
        ++done;
      } catch (const Error& error) {
        refused += error.kind == ErrorKind::Busy ? 1 : 100;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(done + refused, callers);
  EXPECT_GE(done, PasswordHasher::kAtOnce + PasswordHasher::kWaiting);
  EXPECT_TRUE(hasher.is_password_of(hasher.hash("x"), "x"));
}

TEST(Password, OneTimeOnesAreEasyToReadAndNeverTheSame) {
  std::set<std::string> all;
  for (int i = 0; i < 1000; ++i) all.insert(new_one_time_password());
  EXPECT_EQ(all.size(), 1000U);
  for (const auto& one : all) {
    ASSERT_EQ(one.size(), 24U);
    EXPECT_EQ(one.find_first_not_of("ABCDEFGHJKLMNPQRSTUVWXYZ23456789-"), std::string::npos) << one;
  }
}

}  // namespace
}  // namespace certreg::crypto
