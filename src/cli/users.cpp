#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

constexpr std::size_t kMostUsers = 100'000;

bool is_called(const Json& user, const std::string& called) {
  return user.at("id") == called || user.at("name") == called || user.at("email") == called;
}

Json user_called(Context& context, const std::string& called) {
  const auto users = context.client().list(Target("/v1/users"), kMostUsers);
  const auto found =
      std::find_if(users.begin(), users.end(), [&](const Json& user) { return is_called(user, called); });
  if (found == users.end()) throw not_found("user " + called);
  return *found;
}

Target target_of(const Json& user) { return Target("/v1/users").segment(text_at(user, "id")); }

ExitCode print_password(Context& context, const Json& answer) {
  if (context.wants_json()) {
    print_json(context.out(), answer);
    return ExitCode::Ok;
  }
  context.out() << text_at(answer, "one_time_password") << '\n';
  context.err() << "A one-time password, shown this once; good until " << text_at(answer, "one_time_until")
                << ".\n";
  return ExitCode::Ok;
}

ExitCode change(Context& context, Json user, const char* member, const Json& value, const std::string& done) {
  user[member] = value;
  const auto answer =
      context.client().put(target_of(user), {{"role", user.at("role")}, {"blocked", user.at("blocked")}});
  if (context.wants_json())
    print_json(context.out(), answer);
  else
    context.out() << done << ' ' << printable(text_at(user, "name")) << '\n';
  return ExitCode::Ok;
}

}  // namespace

ExitCode create_user(Context& context, const UserArguments& arguments) {
  return print_password(context, context.client().post(Target("/v1/users"), {{"name", arguments.name},
                                                                             {"email", arguments.email},
                                                                             {"role", arguments.role}}));
}

ExitCode set_user_role(Context& context, const UserArguments& arguments) {
  return change(context, user_called(context, arguments.name), "role", arguments.role,
                arguments.role + " is now");
}

ExitCode set_user_password(Context& context, const std::string& called) {
  const auto user = user_called(context, called);
  return print_password(context, context.client().post(target_of(user).segment("password"), Json::object()));
}

ExitCode block_user(Context& context, const std::string& called) {
  return change(context, user_called(context, called), "blocked", true, "blocked");
}

ExitCode unblock_user(Context& context, const std::string& called) {
  return change(context, user_called(context, called), "blocked", false, "unblocked");
}

}  // namespace certreg::cli
