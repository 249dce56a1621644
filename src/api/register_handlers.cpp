#include "api/answer.h"
#include "api/handlers.h"
#include "api/query.h"
#include "api/record_json.h"

namespace certreg::api {

http::Response list_registers(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(context.services.registers(), [](const service::Register& entry) -> codec::Json {
    return {{"id", entry.id},
            {"name", entry.name},
            {"operated_by", entry.operated_by},
            {"address", entry.address},
            {"certificates", entry.certificates},
            {"accreditation_body", codec::text_or_null(entry.accreditation_body)},
            {"of_any_body", entry.of_any_body},
            {"look_ups", entry.look_ups},
            {"deep_link", codec::text_or_null(entry.deep_link)},
            {"source", {{"citation", entry.source.citation}, {"seen", entry.source.seen.to_string()}}}};
  }));
}

}  // namespace certreg::api
