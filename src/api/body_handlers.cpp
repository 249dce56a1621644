#include "api/answer.h"
#include "api/handlers.h"
#include "api/query.h"
#include "api/record_json.h"

namespace certreg::api {

http::Response list_certification_bodies(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(context.services.reference().certification_bodies(),
                           [](const CertificationBody& body) { return codec::to_json(body); }));
}

http::Response get_certification_body(const Context& context) {
  QueryReader(context.request).finish();
  const auto* body = context.services.reference().find(CertificationBodyId{context.parameters.front()});
  return resource(context, codec::to_json(found(body, "certification body")));
}

http::Response list_recognition_arrangements(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(context.services.reference().arrangements(),
                           [](const Arrangement& arrangement) { return codec::to_json(arrangement); }));
}

http::Response list_accreditation_bodies(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(context.services.reference().accreditation_bodies(),
                           [](const AccreditationBody& body) { return codec::to_json(body); }));
}

http::Response get_accreditation_body(const Context& context) {
  QueryReader(context.request).finish();
  const auto* body = context.services.reference().find(AccreditationBodyId{context.parameters.front()});
  return resource(context, codec::to_json(found(body, "accreditation body")));
}

}  // namespace certreg::api
