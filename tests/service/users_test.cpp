#include "certreg/service/users.h"

#include <gtest/gtest.h>

#include "certreg/domain/error.h"
#include "support/services.h"

namespace certreg::service {
namespace {

const Actor kAdmin{"root", Role::Admin};
constexpr const char* kOwn = "window carpet 7 onion";

struct Users {
  support::World world;
  Services& services = world.services();
  UserWithPassword ada = create_user(services, {"Ada", "Ada@Example.com", Role::Buyer}, kAdmin);

  std::optional<UserRing::Standing> standing(const SignedIn& who) {
    return services.feed.users().standing(who.id, who.epoch);
  }
  SignedIn with_own_password() {
    const auto first = sign_in(services, "Ada", ada.one_time_password).value();
    return change_password(services, first, ada.one_time_password, kOwn).now.value();
  }
};

TEST(UserAccounts, SignInByNameOrAddressWhateverTheCase) {
  Users users;
  for (const char* called : {"Ada", "ADA", " ada ", "ada@example.com"}) {
    const auto who = sign_in(users.services, called, users.ada.one_time_password);
    ASSERT_TRUE(who) << called;
    EXPECT_EQ(users.standing(*who)->actor.name, "Ada");
    EXPECT_EQ(users.standing(*who)->actor.role, Role::Buyer);
  }
  EXPECT_TRUE(list_users(users.services)[0].last_sign_in);
}

TEST(UserAccounts, WrongOnesDoNotSignIn) {
  Users users;
  EXPECT_FALSE(sign_in(users.services, "Ada", "ABCD-EFGH-JKLM-NPQR-STUV"));
  EXPECT_FALSE(sign_in(users.services, "Eve", users.ada.one_time_password));
  EXPECT_FALSE(sign_in(users.services, "", ""));
  EXPECT_FALSE(sign_in(users.services, "Ada", std::string(2000, 'a')));
  EXPECT_FALSE(list_users(users.services)[0].last_sign_in);
}

TEST(UserAccounts, AOneTimePasswordAsksForAnOwnOne) {
  Users users;
  const auto first = sign_in(users.services, "Ada", users.ada.one_time_password).value();
  EXPECT_TRUE(users.standing(first)->must_change);
  const auto changed = change_password(users.services, first, users.ada.one_time_password, kOwn);
  ASSERT_TRUE(changed.now);
  EXPECT_FALSE(users.standing(*changed.now)->must_change);
  EXPECT_FALSE(users.standing(first)) << "the session of before goes on";
  EXPECT_FALSE(sign_in(users.services, "Ada", users.ada.one_time_password));
  EXPECT_TRUE(sign_in(users.services, "Ada", kOwn));
}

TEST(UserAccounts, AOneTimePasswordIsGoodForAWeek) {
  Users users;
  users.world.clock().set("2026-06-08T11:59:59Z");
  EXPECT_TRUE(sign_in(users.services, "Ada", users.ada.one_time_password));
  users.world.clock().set("2026-06-08T12:00:00Z");
  EXPECT_FALSE(sign_in(users.services, "Ada", users.ada.one_time_password));
}

TEST(UserAccounts, BlockingEndsSessionsAndRolesCountAtOnce) {
  Users users;
  const auto who = users.with_own_password();
  change_user(users.services, who.id, {Role::Reader, false}, kAdmin);
  EXPECT_EQ(users.standing(who)->actor.role, Role::Reader);
  change_user(users.services, who.id, {Role::Reader, true}, kAdmin);
  EXPECT_FALSE(users.standing(who));
  EXPECT_FALSE(sign_in(users.services, "Ada", kOwn));
  change_user(users.services, who.id, {Role::Reader, false}, kAdmin);
  EXPECT_FALSE(users.standing(who)) << "a session of before the block came back";
  EXPECT_TRUE(sign_in(users.services, "Ada", kOwn));
}

TEST(UserAccounts, AnAdministratorsPasswordEndsSessions) {
  Users users;
  const auto who = users.with_own_password();
  const auto set = set_one_time_password(users.services, who.id, kAdmin);
  EXPECT_FALSE(users.standing(who));
  EXPECT_FALSE(sign_in(users.services, "Ada", kOwn));
  const auto again = sign_in(users.services, "Ada", set.one_time_password);
  ASSERT_TRUE(again);
  EXPECT_TRUE(users.standing(*again)->must_change);
}

TEST(UserAccounts, TheCurrentPasswordIsAskedForAndRulesHold) {
  Users users;
  const auto who = users.with_own_password();
  const auto fault = [&](const char* current, const char* chosen) {
    return change_password(users.services, who, current, chosen).fault;
  };
  EXPECT_EQ(fault("another one altogether", "curtain 12 banana ship"), PasswordFault::WrongCurrent);
  EXPECT_EQ(fault(kOwn, "short"), PasswordFault::TooShort);
  EXPECT_EQ(fault(kOwn, kOwn), PasswordFault::TheSame);
  EXPECT_TRUE(users.standing(who));
  EXPECT_EQ(fault(kOwn, "curtain 12 banana ship"), std::nullopt);
  EXPECT_THROW(change_password(users.services, who, "curtain 12 banana ship", kOwn), Error)
      << "a session of before changes the password";
}

TEST(UserAccounts, TheSamePasswordTypedElsewhereIsTheSame) {
  Users users;
  const auto first = sign_in(users.services, "Ada", users.ada.one_time_password).value();
  change_password(users.services, first, users.ada.one_time_password, "Mu\u0308ller baut Bru\u0308cken");
  EXPECT_TRUE(sign_in(users.services, "Ada", "Müller baut Brücken"));
}

TEST(UserAccounts, ARestartKnowsThem) {
  Users users;
  const auto who = users.with_own_password();
  users.services.feed.users().replace({});
  EXPECT_FALSE(users.standing(who));
  users.services.feed.load();
  EXPECT_TRUE(users.standing(who));
}

}  // namespace
}  // namespace certreg::service
