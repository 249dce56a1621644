#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/service/certificates.h"

namespace certreg::api {

http::Response record_check(const Context& context) {
  QueryReader(context.request).finish();
  codec::Problems problems;
  auto check = codec::check_from(json_body(context), problems);
  refuse(std::move(problems));
  const auto recorded = service::record_check(context.services, std::move(check), context.actor);
  return created(codec::to_json(recorded), "/v1/certificates/" + recorded.certificate.value);
}

}  // namespace certreg::api
