#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/domain/error.h"
#include "certreg/service/users.h"

namespace certreg::api {
namespace {

using codec::Json;

const std::vector<std::string_view>& roles() {
  static const std::vector<std::string_view> names{"reader", "buyer", "reviewer", "admin"};
  return names;
}

Json user_json(const store::User& user) {
  return {{"id", user.id},
          {"name", user.name},
          {"email", user.email},
          {"role", user.role},
          {"blocked", user.blocked},
          {"one_time_until", instant_or_null(user.one_time_until)},
          {"recorded_at", to_string(user.recorded_at)},
          {"recorded_by", user.recorded_by},
          {"last_sign_in", instant_or_null(user.last_sign_in)}};
}

http::Response with_password(const service::UserWithPassword& made, int status) {
  auto answer = user_json(made.user);
  answer["one_time_password"] = made.one_time_password;
  auto response = json_answer(answer, status);
  response.headers = {{"Cache-Control", "no-store"}};
  return response;
}

service::NewUser new_user_in(const Context& context) {
  const auto body = json_body(context);
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  service::NewUser wanted{reader.required_text("name", 100), reader.required_text("email", 320)};
  const auto role = reader.choice("role", roles());
  if (!reader.has("role")) reader.problem("role", "is required");
  reader.finish();
  refuse(std::move(problems));
  if (!role) throw invalid("role", "is required");
  wanted.role = static_cast<service::Role>(*role);
  return wanted;
}

service::UserStanding standing_in(const Context& context) {
  const auto body = json_body(context);
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  const auto role = reader.choice("role", roles());
  const auto blocked = reader.boolean("blocked");
  for (const char* name : {"role", "blocked"})
    if (!reader.has(name)) reader.problem(name, "is required");
  reader.finish();
  refuse(std::move(problems));
  if (!role || !blocked) throw invalid(role ? "blocked" : "role", "is required");
  return {static_cast<service::Role>(*role), *blocked};
}

}  // namespace

http::Response list_users(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::list_users(context.services), user_json));
}

http::Response create_user(const Context& context) {
  QueryReader(context.request).finish();
  return with_password(service::create_user(context.services, new_user_in(context), context.actor), 201);
}

http::Response get_user(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, user_json(service::find_user(context.services, own_id(context, "user"))));
}

http::Response change_user(const Context& context) {
  QueryReader(context.request).finish();
  const auto id = own_id(context, "user");
  return resource(context,
                  user_json(service::change_user(context.services, id, standing_in(context), context.actor)));
}

http::Response set_user_password(const Context& context) {
  QueryReader(context.request).finish();
  const auto id = own_id(context, "user");
  return with_password(service::set_one_time_password(context.services, id, context.actor), 200);
}

}  // namespace certreg::api
