#include "api/answer.h"
#include "api/handlers.h"
#include "api/query.h"
#include "api/record_json.h"

namespace certreg::api {

http::Response list_legal_forms(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(context.services.reference().legal_forms(),
                           [](const LegalForm& form) { return codec::to_json(form); }));
}

}  // namespace certreg::api
