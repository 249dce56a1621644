// Webhooks after Standard Webhooks 1.0.0: who is told of events by HTTP, and how they are told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/webhooks.h"

namespace certreg::service {

struct WebhookSettings {
  std::string address;
  std::string description;
  std::vector<std::string> events;  // of event_type_names(); empty: all
  bool enabled = true;
};

struct NewWebhook {
  store::Webhook webhook;
  std::string secret;  // shown this once
};

// Invalid for an address that nothing may be posted to, and an unknown event.
NewWebhook create_webhook(Services& services, const WebhookSettings& settings, const Actor& actor);
std::vector<store::Webhook> list_webhooks(Services& services);
store::Webhook find_webhook(Services& services, const std::string& id);  // NotFound, as all below
// What waits for one that is disabled is dropped. One that is enabled is asked again at once.
store::Webhook change_webhook(Services& services, const std::string& id, const WebhookSettings& settings,
                              const Actor& actor);
void remove_webhook(Services& services, const std::string& id, const Actor& actor);
// A new secret; the one until now signs beside it for another day.
NewWebhook change_webhook_secret(Services& services, const std::string& id, const Actor& actor);

// Queues a test. Conflict when the endpoint is disabled, as the next one.
store::WebhookEvent test_webhook(Services& services, const std::string& id, const Actor& actor);
void deliver_again(Services& services, const std::string& id, const std::string& event, const Actor& actor);
std::vector<store::DeliveryRecord> list_deliveries(Services& services, const std::string& id,
                                                   const std::optional<store::DeliveryState>& state,
                                                   const std::string& after, int limit);

// Makes what happened since the last time into events for those who want them: once, whatever stops or runs
// beside. Returns how many.
std::size_t queue_webhook_events(Services& services);

enum class DeliveryOutcome { None, Delivered, Deferred, GivenUp, Disabled, Stopped };
struct DeliveryNotice {
  DeliveryOutcome outcome = DeliveryOutcome::None;  // None: nothing waits
  std::string webhook, detail;
};
// Sends the next message that waits. A crash between the endpoint's answer and our noting it sends a message
// twice, under the same webhook-id.
DeliveryNotice deliver_next(Services& services);

}  // namespace certreg::service
