#include "api/answer.h"
#include "api/handlers.h"
#include "api/query.h"
#include "api/record_json.h"

namespace certreg::api {

http::Response list_standards(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(context.services.reference().standards(),
                           [](const Standard& standard) { return codec::to_json(standard); }));
}

http::Response get_standard(const Context& context) {
  QueryReader(context.request).finish();
  const auto& reference = context.services.reference();
  const auto mention = reference.standard_of(context.parameters.front());
  const auto* standard = mention ? reference.find(mention->standard) : nullptr;
  return resource(context, codec::to_json(found(standard, "standard")));
}

}  // namespace certreg::api
