#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/query.h"
#include "certreg/codec/relationships.h"
#include "certreg/service/policies.h"

namespace certreg::api {
namespace {

using codec::Json;

Policy policy_in(const Context& context) {
  codec::Problems problems;
  auto policy = codec::policy_from(json_body(context), context.services.reference(), problems);
  refuse(std::move(problems));
  return policy;
}

Json effect_json(const service::PolicyEffect& effect) {
  return {{"relationship", effect.relationship.value},
          {"reference", effect.reference},
          {"supplier", effect.supplier},
          {"before", std::string(to_string(effect.before))},
          {"after", std::string(to_string(effect.after))},
          {"findings_opened", effect.findings_opened},
          {"findings_cured", effect.findings_cured}};
}

}  // namespace

http::Response get_policy(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, codec::to_json(service::current_policy(context.services)));
}

http::Response save_policy(const Context& context) {
  QueryReader(context.request).finish();
  const auto seen = codec::to_json(service::current_policy(context.services));
  if (auto refusal = refuse_unless_seen(context, seen)) return *std::move(refusal);
  return resource(context, codec::to_json(service::save_policy(context.services, policy_in(context),
                                                               seen["version"].get<int>(), context.actor)));
}

http::Response preview_policy(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::preview_policy(context.services, policy_in(context)), effect_json));
}

http::Response list_policy_versions(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::policy_versions(context.services),
                           [](const Policy& policy) { return codec::to_json(policy); }));
}

}  // namespace certreg::api
