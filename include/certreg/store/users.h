// People who sign in with a password. Every function works within the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct User {
  std::string id, name, email, role;
  bool blocked = false;
  std::string password_hash;              // argon2id
  std::optional<Instant> one_time_until;  // none: the password is the user's own
  std::int64_t epoch = 0;                 // sessions of an earlier one have ended
  Instant recorded_at{};
  std::string recorded_by;
  std::optional<Instant> last_sign_in;
};

// How a user is called for comparing: both names of `user` must be nobody else's. False: one is.
struct FoldedNames {
  std::string name, email;
};
bool insert_user(Transaction& transaction, const User& user, const FoldedNames& folded);

std::vector<User> list_users(Transaction& transaction);  // by name
std::optional<User> find_user(Transaction& transaction, const std::string& folded);
User load_user(Transaction& transaction,
               const std::string& id);  // until the end nobody else's; throws NotFound

void update_user_standing(Transaction& transaction, const User& user);  // role, blocked, epoch
// Both are false when the user is of another epoch than `user` meanwhile. The first ends that epoch.
bool update_user_password(Transaction& transaction, const User& user);
bool note_user_sign_in(Transaction& transaction, const User& user, Instant now);

}  // namespace certreg::store
