// People who sign in to the pages with a name and a password. An administrator makes them with a one-time
// password, which is shown once and good until they choose their own, for a week at most.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/service/actor.h"
#include "certreg/store/users.h"

namespace certreg::service {

struct Services;

inline constexpr std::chrono::hours kOneTimeLasts{24 * 7};
inline constexpr std::size_t kShortestPassword = 15;  // characters; the password is the only factor
inline constexpr std::size_t kLongestPassword = 200;

struct UserWithPassword {
  store::User user;
  std::string one_time_password;
};

// As names and addresses are compared: without case, or blanks around them.
std::string folded_user_name(std::string_view called);
inline constexpr std::size_t kLongestTyped = 1000;  // bytes; longer text is nobody's name or password

// No two users share a name or an address. Throws Error(Invalid), and
// Error(Conflict) when somebody is called so.
struct NewUser {
  std::string name, email;  // a name has no "@"
  Role role = Role::Reader;
};
UserWithPassword create_user(Services& services, const NewUser& wanted, const Actor& actor);

std::vector<store::User> list_users(Services& services);  // by name
store::User find_user(Services& services, const std::string& id);

struct UserStanding {
  Role role = Role::Reader;
  bool blocked = false;  // ends the user's sessions at once
};
// `seen`: how the user stood when the administrator looked; Conflict when they stand otherwise now. Without
// it the user is changed whatever they are.
struct SeenStanding {
  std::string role;
  bool blocked = false;
};
store::User change_user(Services& services, const std::string& id, const UserStanding& standing,
                        const Actor& actor, const std::optional<SeenStanding>& seen = {});

// Ends the user's sessions at once; the password before is good no more.
UserWithPassword set_one_time_password(Services& services, const std::string& id, const Actor& actor);

// A user who signed in, for UserRing::standing.
struct SignedIn {
  std::string id;
  std::int64_t epoch = 0;
};

// None: nobody is called so, the password is another, the user is blocked, or a one-time password has had its
// time; each takes as long. `called` is the name or the address.
std::optional<SignedIn> sign_in(Services& services, std::string_view called, std::string_view password);

enum class PasswordFault { WrongCurrent, TooShort, TooLong, NoText, OwnName, TooCommon, TheSame };

// Of the user's own accord; ends all sessions of before. One of the two is there. Throws Error(Conflict) when
// `who` is of an earlier epoch.
struct PasswordChange {
  std::optional<SignedIn> now;
  std::optional<PasswordFault> fault;
};
PasswordChange change_password(Services& services, const SignedIn& who, std::string_view current,
                               std::string_view chosen);

}  // namespace certreg::service
