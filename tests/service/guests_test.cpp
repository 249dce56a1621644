#include "certreg/service/guests.h"

#include <gtest/gtest.h>

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "support/services.h"

namespace certreg::service {
namespace {

const Actor kAdmin{"admin", Role::Admin};

TEST(Guests, AreBlockedAndLetInAgainOneByOne) {
  support::World world;
  auto& services = world.services();
  note_guest(services, {"ada@example.com", Role::Reviewer}, "u-1");
  note_guest(services, {"ada.new@example.com", Role::Buyer}, "u-1");
  note_guest(services, {"eve@example.com", Role::Buyer}, "u-2");
  block_guest(services, "u-1", kAdmin);
  block_guest(services, "u-1", kAdmin);
  EXPECT_TRUE(services.feed.users().is_blocked_guest("u-1"));
  EXPECT_FALSE(services.feed.users().is_blocked_guest("u-2"));
  const auto all = list_guests(services);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].subject, "u-1") << "who is blocked stands first";
  EXPECT_EQ(all[0].name, "ada.new@example.com") << "as they were called last";
  EXPECT_TRUE(all[0].blocked);
  EXPECT_FALSE(all[1].blocked);
  unblock_guest(services, "u-1", kAdmin);
  EXPECT_FALSE(services.feed.users().is_blocked_guest("u-1"));
}

TEST(Guests, OnlyWhoSignedInCanBeBlocked) {
  support::World world;
  EXPECT_THROW(block_guest(world.services(), "nobody", kAdmin), Error);
  EXPECT_FALSE(world.services().feed.users().is_blocked_guest("nobody"));
}

// Whoever starts anew, or another instance, knows it from the database.
TEST(Guests, StayBlockedOverARestart) {
  support::World world;
  note_guest(world.services(), {"ada@example.com", Role::Reviewer}, "u-1");
  block_guest(world.services(), "u-1", kAdmin);
  auto transaction = world.services().database.begin(store::TransactionMode::ReadOnly);
  EXPECT_EQ(store::blocked_guests(transaction), std::vector<std::string>{"u-1"});
}

}  // namespace
}  // namespace certreg::service
