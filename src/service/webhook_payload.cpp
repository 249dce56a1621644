#include "service/webhook_payload.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "certreg/service/event_json.h"
#include "service/new_id.h"

namespace certreg::service {

using codec::Json;

store::WebhookEvent event_with(const Services& services, EventType type, Instant occurred_at, Json data) {
  store::WebhookEvent event{.id = new_id(services.clock), .type = std::string(to_string(type))};
  event.occurred_at = occurred_at;
  event.payload = codec::dump(
      Json{{"type", event.type}, {"timestamp", to_string(occurred_at)}, {"data", std::move(data)}});
  return event;
}

Json finding_data(const store::StoredFinding& finding, const Relationship& relationship,
                  const Decision* decision) {
  Json data{{"finding", to_json(finding)},
            {"relationship",
             {{"id", relationship.id.value},
              {"reference", codec::text_or_null(relationship.reference)},
              {"tier", relationship.tier},
              {"supplier", codec::to_json(relationship.supplier)},
              {"owner", codec::to_json(relationship.owner)}}}};
  if (decision != nullptr) data["decision"] = codec::to_json(*decision);
  return data;
}

Json change_data(const Services& services, const store::RecordedChange& change) {
  return {{"change", to_json(change, services.catalogue)}};
}

}  // namespace certreg::service
