#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/query.h"
#include "certreg/service/reference_history.h"
#include "certreg/service/world.h"

namespace certreg::api {
namespace {

using codec::Json;

Json count_json(const service::ListCount& count) {
  return {{"list", count.list}, {"rows", count.rows}, {"overlaid", count.overlaid}};
}

Json version_json(const store::ReferenceVersion& version) {
  auto counts = Json::array();
  const auto rows = codec::parse(version.counts);
  for (const auto& [list, count] : rows.items()) counts.push_back({{"list", list}, {"rows", count}});
  return {{"version", version.version},
          {"recorded_at", to_string(version.recorded_at)},
          {"counts", std::move(counts)}};
}

}  // namespace

http::Response reload(const Context& context) {
  QueryReader(context.request).finish();
  const auto report = context.services.reload.reload(context.services, context.actor);
  return json_answer(
      {{"reference_version", report.reference_version}, {"lists", listed(report.counts, count_json)}});
}

http::Response list_reference_versions(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::list_reference_versions(context.services), version_json));
}

}  // namespace certreg::api
