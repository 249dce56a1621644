#include "certreg/store/webhooks.h"

#include <algorithm>
#include <stdexcept>

#include "store/lists.h"
#include "store/values.h"

namespace certreg::store {
namespace {

Webhook webhook_of(const Row& row) {
  return {.id = row.text("id"),
          .address = row.text("address"),
          .description = row.text("description"),
          .events = row.array("events"),
          .recorded_at = instant(row, "recorded_at"),
          .recorded_by = row.text("recorded_by"),
          .health = {.failures = static_cast<int>(row.integer("failures")),
                     .failing_since = optional_instant(row, "failing_since"),
                     .resumes_at = optional_instant(row, "resumes_at"),
                     .disabled_at = optional_instant(row, "disabled_at"),
                     .disabled_why = text_or_empty(row, "disabled_why")}};
}

StreamPositions positions_of(const Row& row) {
  return {row.integer("finding_event"), row.integer("decision"), row.integer("register_change")};
}

Delivery delivery_of(const Row& row) {
  return {.event = {.id = row.text("id"), .type = row.text("type"), .payload = row.text("payload")},
          .webhook = row.text("webhook_id"),
          .address = row.text("address"),
          .secret = row.text("secret"),
          .earlier_secret = text_or_empty(row, "earlier_secret"),
          .queued_at = instant(row, "queued_at"),
          .attempts = static_cast<int>(row.integer("attempts"))};
}

DeliveryState state_of(const std::string& name) {
  const auto& names = delivery_state_names();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) throw std::logic_error("webhook_delivery has an unknown state: " + name);
  return static_cast<DeliveryState>(at - names.begin());
}

DeliveryRecord record_of(const Row& row) {
  DeliveryRecord record{
      .event = {row.text("id"), row.text("type"), row.text("payload"), instant(row, "occurred_at")},
      .state = state_of(row.text("state")),
      .attempts = static_cast<int>(row.integer("attempts")),
      .queued_at = instant(row, "queued_at"),
      .next_attempt_at = instant(row, "next_attempt_at")};
  if (const auto at = optional_instant(row, "attempted_at"))
    record.last = {*at, static_cast<int>(row.optional_integer("status").value_or(0)), row.text("detail")};
  return record;
}

}  // namespace

const std::vector<std::string_view>& delivery_state_names() {
  static const std::vector<std::string_view> names{"queued", "delivered", "given_up", "dropped"};
  return names;
}

std::string_view name_of(DeliveryState state) {
  return delivery_state_names()[static_cast<std::size_t>(state)];
}

void insert_webhook(Transaction& transaction, const Webhook& webhook, const std::string& secret) {
  transaction.run("insert_webhook",
                  {webhook.id, webhook.address, webhook.description, Param::array(webhook.events), secret,
                   to_string(webhook.recorded_at), webhook.recorded_by});
}

std::vector<Webhook> list_webhooks(Transaction& transaction) {
  std::vector<Webhook> all;
  for (const auto& row : transaction.run("list_webhooks")) all.push_back(webhook_of(row));
  return all;
}

std::optional<Webhook> lock_webhook(Transaction& transaction, const std::string& id) {
  if (!is_uuid(id)) return std::nullopt;
  const auto row = transaction.run("lock_webhook", {id}).first();
  return row ? std::optional(webhook_of(*row)) : std::nullopt;
}

void update_webhook(Transaction& transaction, const Webhook& webhook) {
  transaction.run("update_webhook",
                  {webhook.id, webhook.address, webhook.description, Param::array(webhook.events),
                   text_of(webhook.health.disabled_at), filled(webhook.health.disabled_why)});
}

void update_webhook_health(Transaction& transaction, const Webhook& webhook) {
  const auto& health = webhook.health;
  transaction.run("update_webhook_health",
                  {webhook.id, health.failures, text_of(health.failing_since), text_of(health.resumes_at),
                   text_of(health.disabled_at), filled(health.disabled_why)});
}

bool remove_webhook(Transaction& transaction, const std::string& id, Instant now) {
  return is_uuid(id) && !transaction.run("remove_webhook", {id, to_string(now)}).empty();
}

void change_webhook_secret(Transaction& transaction, const std::string& id, const std::string& secret,
                           Instant earlier_until) {
  transaction.run("change_webhook_secret", {id, secret, to_string(earlier_until)});
}

void drop_deliveries(Transaction& transaction, const std::string& webhook) {
  transaction.run("drop_deliveries", {webhook});
}

StreamPositions lock_positions(Transaction& transaction) {
  return positions_of(transaction.run("lock_positions").only());
}

StreamPositions newest_positions(Transaction& transaction) {
  return positions_of(transaction.run("newest_positions").only());
}

void put_positions(Transaction& transaction, const StreamPositions& positions) {
  transaction.run("put_positions", {positions.finding_event, positions.decision, positions.register_change});
}

void insert_webhook_event(Transaction& transaction, const WebhookEvent& event,
                          std::span<const std::string> webhooks, Instant now) {
  transaction.run("insert_webhook_event",
                  {event.id, event.type, event.payload, to_string(event.occurred_at), to_string(now)});
  transaction.run("insert_deliveries", {uuid_array(webhooks), event.id, to_string(now)});
}

std::optional<Delivery> claim_delivery(Transaction& transaction, Instant now, Instant until) {
  const auto row = transaction.run("claim_delivery", {to_string(now), to_string(until)}).first();
  return row ? std::optional(delivery_of(*row)) : std::nullopt;
}

void hand_back(Transaction& transaction, const Delivery& delivery, Instant now) {
  transaction.run("hand_back_delivery", {delivery.webhook, delivery.event.id, to_string(now)});
}

void record_attempt(Transaction& transaction, const Delivery& delivery, const DeliveryAttempt& attempt,
                    DeliveryState state, Instant next) {
  const auto status = attempt.status == 0 ? std::nullopt : std::optional(attempt.status);
  transaction.run("insert_webhook_attempt",
                  {delivery.webhook, delivery.event.id, to_string(attempt.at), status, attempt.detail});
  transaction.run("update_delivery", {delivery.webhook, delivery.event.id, name_of(state), to_string(next)});
}

std::vector<DeliveryRecord> list_deliveries(Transaction& transaction, const std::string& webhook,
                                            const std::optional<DeliveryState>& state,
                                            const std::string& after, int limit) {
  const auto name = state ? std::optional(name_of(*state)) : std::nullopt;
  return list_page(transaction, "list_deliveries", after, {webhook, name, limit}, record_of);
}

bool queue_again(Transaction& transaction, const std::string& webhook, const std::string& event,
                 Instant now) {
  return is_uuid(webhook) && is_uuid(event) &&
         !transaction.run("queue_again", {webhook, event, to_string(now)}).empty();
}

}  // namespace certreg::store
