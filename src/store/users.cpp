#include "certreg/store/users.h"

#include "certreg/domain/error.h"
#include "store/values.h"

namespace certreg::store {
namespace {

User user_of(const Row& row) {
  return {.id = row.text("id"),
          .name = row.text("name"),
          .email = row.text("email"),
          .role = row.text("role"),
          .blocked = row.text("state") == "blocked",
          .password_hash = row.text("password_hash"),
          .one_time_until = optional_instant(row, "one_time_until"),
          .epoch = row.integer("epoch"),
          .recorded_at = instant(row, "recorded_at"),
          .recorded_by = row.text("recorded_by"),
          .last_sign_in = optional_instant(row, "last_sign_in")};
}

}  // namespace

bool insert_user(Transaction& transaction, const User& user, const FoldedNames& folded) {
  return transaction
             .run("insert_user",
                  {user.id, user.name, folded.name, user.email, folded.email, user.role, user.password_hash,
                   text_of(user.one_time_until), to_string(user.recorded_at), user.recorded_by})
             .affected() == 1;
}

std::vector<User> list_users(Transaction& transaction) {
  std::vector<User> all;
  for (const auto& row : transaction.run("list_users")) all.push_back(user_of(row));
  return all;
}

std::optional<User> find_user(Transaction& transaction, const std::string& folded) {
  for (const auto& row : transaction.run("find_user", {folded})) return user_of(row);
  return std::nullopt;
}

User load_user(Transaction& transaction, const std::string& id) {
  if (is_uuid(id))
    for (const auto& row : transaction.run("load_user", {id})) return user_of(row);
  throw not_found("user " + id);
}

void update_user_standing(Transaction& transaction, const User& user) {
  transaction.run("update_user_standing",
                  {user.id, user.role, user.blocked ? "blocked" : "active", user.epoch});
}

bool update_user_password(Transaction& transaction, const User& user) {
  return transaction
             .run("update_user_password",
                  {user.id, user.epoch, user.password_hash, text_of(user.one_time_until)})
             .affected() == 1;
}

bool note_user_sign_in(Transaction& transaction, const User& user, Instant now) {
  return transaction.run("note_user_sign_in", {user.id, user.epoch, to_string(now)}).affected() == 1;
}

}  // namespace certreg::store
