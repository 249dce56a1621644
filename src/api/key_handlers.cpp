#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/service/keys.h"

namespace certreg::api {
namespace {

using codec::Json;

Json key_json(const store::ApiKey& key) {
  return {{"id", key.id},
          {"name", key.name},
          {"role", key.role},
          {"recorded_at", to_string(key.recorded_at)},
          {"recorded_by", key.recorded_by},
          {"expires_at", instant_or_null(key.expires_at)},
          {"revoked_at", instant_or_null(key.revoked_at)}};
}

}  // namespace

http::Response list_keys(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::list_keys(context.services), key_json));
}

http::Response create_key(const Context& context) {
  QueryReader(context.request).finish();
  static const std::vector<std::string_view> roles{"reader", "buyer", "reviewer", "admin"};
  const auto body = json_body(context);
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  const auto name = reader.required_text("name", 100);
  const auto role = reader.choice("role", roles);
  if (!reader.has("role")) reader.problem("role", "is required");
  const auto expires_at = reader.instant("expires_at");
  reader.finish();
  refuse(std::move(problems));
  if (!role) throw invalid("role", "is required");
  const auto made = service::create_key(context.services, name, static_cast<service::Role>(*role), expires_at,
                                        context.actor);
  auto answer = key_json(made.stored);
  answer["key"] = made.key;
  auto response = json_answer(answer, 201);
  response.headers = {{"Cache-Control", "no-store"}};
  return response;
}

http::Response revoke_key(const Context& context) {
  QueryReader(context.request).finish();
  service::revoke_key(context.services, own_id(context, "key"), context.actor);
  return {204, {}, {}, {}, {}, {}};
}

}  // namespace certreg::api
