#include "certreg/service/users.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/crypto/password.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/domain/normal_text.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/services.h"
#include "service/audit.h"
#include "service/new_id.h"
#include "service/password_rules.h"

namespace certreg::service {
namespace {

constexpr std::size_t kLongestName = 100;

crypto::PasswordHasher& hasher_of(Services& services) { return services.feed.users().hasher(); }

void check(const NewUser& wanted) {
  std::vector<FieldProblem> problems;
  if (!is_clean_text(wanted.name, kLongestName) || wanted.name.find('@') != std::string::npos)
    problems.push_back({"name", "must be clean text of at most 100 characters, without @"});
  if (!is_mail_address(wanted.email)) problems.push_back({"email", "must be a mail address"});
  if (!problems.empty()) throw invalid(std::move(problems));
}

std::string deed_of(bool was_blocked, bool is_blocked) {
  if (was_blocked == is_blocked) return "change";
  return is_blocked ? "block" : "unblock";
}

bool may_sign_in(const store::User& user, Instant now) {
  return !user.blocked && (!user.one_time_until || now < *user.one_time_until);
}

std::optional<store::User> user_called(Services& services, std::string_view called) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::find_user(transaction, folded_user_name(called));
}

[[noreturn]] void changed_meanwhile() { throw Error(ErrorKind::Conflict, "The user was changed meanwhile"); }

// The hash is computed before, so that no transaction waits for it.
store::User with_new_password(store::Transaction& transaction, store::User user) {
  if (!store::update_user_password(transaction, user)) changed_meanwhile();
  ++user.epoch;
  return user;
}

std::optional<PasswordFault> fault_of(Services& services, const store::User& user, std::string_view current,
                                      std::string_view chosen) {
  auto& hasher = hasher_of(services);
  if (!hasher.is_password_of(user.password_hash, nfkc(current))) return PasswordFault::WrongCurrent;
  if (const auto fault = service::fault_of(nfkc(chosen), {user.name, user.email})) return fault;
  if (nfkc(current) == nfkc(chosen)) return PasswordFault::TheSame;
  return std::nullopt;
}

}  // namespace

std::string folded_user_name(std::string_view called) {
  auto folded = nfkc_caseless(called);
  folded.erase(folded.find_last_not_of(' ') + 1);
  folded.erase(0, folded.find_first_not_of(' '));
  return folded;
}

UserWithPassword create_user(Services& services, const NewUser& wanted, const Actor& actor) {
  check(wanted);
  UserWithPassword made{.one_time_password = crypto::new_one_time_password()};
  const auto now = services.clock.now();
  made.user = {.id = new_id(services.clock),
               .name = wanted.name,
               .email = wanted.email,
               .role = std::string(to_string(wanted.role)),
               .password_hash = hasher_of(services).hash(made.one_time_password),
               .one_time_until = now + kOneTimeLasts,
               .recorded_at = now,
               .recorded_by = actor.name};
  auto transaction = services.database.begin();
  if (!store::insert_user(transaction, made.user,
                          {folded_user_name(wanted.name), folded_user_name(wanted.email)}))
    throw Error(ErrorKind::Conflict, "There is a user of that name or address");
  audit(transaction, actor, "create", "user", made.user.id,
        codec::dump(codec::Json{{"role", made.user.role}}));
  transaction.commit();
  services.feed.refresh();
  return made;
}

std::vector<store::User> list_users(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_users(transaction);
}

store::User find_user(Services& services, const std::string& id) {
  auto transaction = services.database.begin();
  return store::load_user(transaction, id);
}

store::User change_user(Services& services, const std::string& id, const UserStanding& standing,
                        const Actor& actor, const std::optional<SeenStanding>& seen) {
  auto transaction = services.database.begin();
  auto user = store::load_user(transaction, id);
  if (seen && (seen->role != user.role || seen->blocked != user.blocked)) changed_meanwhile();
  const auto deed = deed_of(user.blocked, standing.blocked);
  if (deed == "block") ++user.epoch;
  user.role = to_string(standing.role);
  user.blocked = standing.blocked;
  store::update_user_standing(transaction, user);
  audit(transaction, actor, deed, "user", id, codec::dump(codec::Json{{"role", user.role}}));
  transaction.commit();
  services.feed.refresh();
  return user;
}

UserWithPassword set_one_time_password(Services& services, const std::string& id, const Actor& actor) {
  UserWithPassword set{.user = find_user(services, id), .one_time_password = crypto::new_one_time_password()};
  set.user.password_hash = hasher_of(services).hash(set.one_time_password);
  set.user.one_time_until = services.clock.now() + kOneTimeLasts;
  auto transaction = services.database.begin();
  set.user = with_new_password(transaction, set.user);
  audit(transaction, actor, "set_password", "user", id);
  transaction.commit();
  services.feed.refresh();
  return set;
}

std::optional<SignedIn> sign_in(Services& services, std::string_view called, std::string_view password) {
  if (called.size() > kLongestTyped || password.size() > kLongestTyped) return std::nullopt;
  const auto user = user_called(services, called);
  const bool knows =
      hasher_of(services).is_password_of(user ? user->password_hash : std::string(), nfkc(password));
  const auto now = services.clock.now();
  if (!knows || !may_sign_in(*user, now)) return std::nullopt;
  auto transaction = services.database.begin();
  if (!store::note_user_sign_in(transaction, *user, now)) return std::nullopt;
  audit(transaction, {user->name, Role::Reader}, "sign_in", "user", user->id);
  transaction.commit();
  services.feed.refresh();
  return SignedIn{user->id, user->epoch};
}

PasswordChange change_password(Services& services, const SignedIn& who, std::string_view current,
                               std::string_view chosen) {
  if (current.size() > kLongestTyped) return {.fault = PasswordFault::WrongCurrent};
  if (chosen.size() > kLongestTyped) return {.fault = PasswordFault::TooLong};
  auto user = find_user(services, who.id);
  if (user.epoch != who.epoch || user.blocked) changed_meanwhile();
  if (const auto fault = fault_of(services, user, current, chosen)) return {.fault = fault};
  user.password_hash = hasher_of(services).hash(nfkc(chosen));
  user.one_time_until = std::nullopt;
  auto transaction = services.database.begin();
  user = with_new_password(transaction, user);
  audit(transaction, {user.name, Role::Reader}, "change_password", "user", user.id);
  transaction.commit();
  services.feed.refresh();
  return {.now = SignedIn{user.id, user.epoch}};
}

}  // namespace certreg::service
