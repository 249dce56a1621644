#include <limits>

#include "api/answer.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/record_json.h"
#include "certreg/service/listing.h"

namespace certreg::api {
namespace {

codec::Json event_json(const store::AuditEvent& event) {
  return {{"id", event.id},
          {"at", to_string(event.at)},
          {"actor", event.actor},
          {"action", event.action},
          {"noun", event.noun},
          {"noun_id", event.noun_id},
          {"facts", facts_of(event.detail)}};
}

}  // namespace

http::Response list_audit_events(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto before = number_cursor_of(query).value_or(std::numeric_limits<std::int64_t>::max());
  query.finish();
  auto events = service::list_audit_events(context.services, before, static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (events.size() > limit) {
    events.pop_back();
    last = {std::to_string(events.back().id)};
  }
  return page(context, listed(events, event_json), last);
}

}  // namespace certreg::api
