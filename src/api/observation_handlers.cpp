#include "api/answer.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/record_json.h"
#include "certreg/service/listing.h"

namespace certreg::api {
namespace {

codec::Json observation_json(const store::Observation& observation) {
  return {{"id", observation.id},
          {"kind", observation.kind},
          {"supplier", codec::text_or_null(observation.supplier.value)},
          {"certificate", codec::text_or_null(observation.certificate.value)},
          {"document", codec::text_or_null(observation.document.value)},
          {"address", codec::text_or_null(observation.address)},
          {"detail", observation.detail},
          {"recorded_at", to_string(observation.recorded_at)}};
}

}  // namespace

http::Response list_observations(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto observations = service::list_observations(context.services, cursor.empty() ? "" : cursor[0],
                                                 static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (observations.size() > limit) {
    observations.pop_back();
    last = {observations.back().id};
  }
  return page(context, listed(observations, observation_json), last);
}

}  // namespace certreg::api
