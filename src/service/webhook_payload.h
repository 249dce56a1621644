// What endpoints are told: {"type", "timestamp", "data"}, as Standard Webhooks 1.0.0 has it.
#pragma once

#include "certreg/codec/json.h"
#include "certreg/domain/decision.h"
#include "certreg/domain/webhook.h"
#include "certreg/service/services.h"
#include "certreg/store/findings.h"
#include "certreg/store/register_changes.h"
#include "certreg/store/webhooks.h"

namespace certreg::service {

store::WebhookEvent event_with(const Services& services, EventType type, Instant occurred_at,
                               codec::Json data);

// `decision`: the one that was taken; null when the event is the finding's own.
codec::Json finding_data(const store::StoredFinding& finding, const Relationship& relationship,
                         const Decision* decision);
codec::Json change_data(const Services& services, const store::RecordedChange& change);

}  // namespace certreg::service
