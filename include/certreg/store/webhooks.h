// Endpoints that are told of events by HTTP, and the outbox of what they are told. Every function works
// within the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/webhook.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct Webhook {
  std::string id, address, description;
  std::vector<std::string> events;  // types; empty: all
  Instant recorded_at{};
  std::string recorded_by;
  EndpointHealth health;
};

void insert_webhook(Transaction& transaction, const Webhook& webhook, const std::string& secret);
std::vector<Webhook> list_webhooks(Transaction& transaction);  // those that were not removed
// For this transaction alone.
std::optional<Webhook> lock_webhook(Transaction& transaction, const std::string& id);
// Address, description, events and whether it is disabled; its failures are forgotten.
void update_webhook(Transaction& transaction, const Webhook& webhook);
// Failures and whether it is disabled.
void update_webhook_health(Transaction& transaction, const Webhook& webhook);
bool remove_webhook(Transaction& transaction, const std::string& id, Instant now);  // false: there is none
// The secret until now goes on signing beside the new one until `earlier_until`.
void change_webhook_secret(Transaction& transaction, const std::string& id, const std::string& secret,
                           Instant earlier_until);
void drop_deliveries(Transaction& transaction, const std::string& webhook);  // that wait

// Up to which numbers the streams of the register were made into events (see follow_finding_events,
// follow_decisions and follow_relied_on_changes).
struct StreamPositions {
  std::int64_t finding_event = 0, decision = 0, register_change = 0;
};
StreamPositions lock_positions(Transaction& transaction);  // for this transaction alone
StreamPositions newest_positions(Transaction& transaction);
void put_positions(Transaction& transaction, const StreamPositions& positions);

struct WebhookEvent {
  std::string id, type;
  std::string payload;  // the bytes that are signed and sent
  Instant occurred_at{};
};
// Queues the event for these webhooks.
void insert_webhook_event(Transaction& transaction, const WebhookEvent& event,
                          std::span<const std::string> webhooks, Instant now);

enum class DeliveryState { Queued, Delivered, GivenUp, Dropped };
std::string_view name_of(DeliveryState state);
const std::vector<std::string_view>& delivery_state_names();

struct Delivery {
  WebhookEvent event;
  std::string webhook, address;
  std::string secret, earlier_secret;  // the earlier one is empty when it signs no more
  Instant queued_at{};
  int attempts = 0;  // this one counts
};
// For this sender alone until `until`.
std::optional<Delivery> claim_delivery(Transaction& transaction, Instant now, Instant until);
// It was not tried: the next one who claims it may do so at once.
void hand_back(Transaction& transaction, const Delivery& delivery, Instant now);

struct DeliveryAttempt {
  Instant at{};
  int status = 0;  // of the answer; 0: there was none
  std::string detail;
};
// `next`: when it is tried again, when it is still queued.
void record_attempt(Transaction& transaction, const Delivery& delivery, const DeliveryAttempt& attempt,
                    DeliveryState state, Instant next);

struct DeliveryRecord {
  WebhookEvent event;
  DeliveryState state = DeliveryState::Queued;
  int attempts = 0;
  Instant queued_at{}, next_attempt_at{};
  std::optional<DeliveryAttempt> last;
};
// Newest first, after the event `after`.
std::vector<DeliveryRecord> list_deliveries(Transaction& transaction, const std::string& webhook,
                                            const std::optional<DeliveryState>& state,
                                            const std::string& after, int limit);
// As if it had never been tried. False: there is none.
bool queue_again(Transaction& transaction, const std::string& webhook, const std::string& event, Instant now);

}  // namespace certreg::store
