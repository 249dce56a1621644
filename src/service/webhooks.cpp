#include "certreg/service/webhooks.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/crypto/webhook_signature.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/fetch/poster.h"
#include "service/audit.h"
#include "service/new_id.h"
#include "service/webhook_payload.h"

namespace certreg::service {
namespace {

constexpr std::chrono::hours kEarlierSecretSigns{24};

void check(const WebhookSettings& settings) {
  if (const auto problem = fetch::problem_of_endpoint(settings.address); !problem.empty())
    throw invalid("address", problem);
  if (!settings.description.empty() && !is_clean_text(settings.description, 200))
    throw invalid("description", "must be one line of at most 200 characters");
  const auto& names = event_type_names();
  for (std::size_t i = 0; i < settings.events.size(); ++i)
    if (std::find(names.begin(), names.end(), settings.events[i]) == names.end())
      throw invalid("events[" + std::to_string(i) + "]", "has no value " + settings.events[i]);
}

void set(store::Webhook& webhook, const WebhookSettings& settings) {
  webhook.address = settings.address;
  webhook.description = settings.description;
  webhook.events = settings.events;
}

store::Webhook known_webhook(store::Transaction& transaction, const std::string& id) {
  auto webhook = store::lock_webhook(transaction, id);
  if (!webhook) throw not_found("webhook " + id);
  return *std::move(webhook);
}

void check_enabled(const store::Webhook& webhook) {
  if (webhook.health.disabled_at)
    throw Error(ErrorKind::Conflict, "the webhook is disabled: " + webhook.health.disabled_why);
}

// One that was disabled by its failures keeps its reason.
void disable(store::Webhook& webhook, const Actor& actor, Instant now) {
  if (!webhook.health.disabled_at) webhook.health = {.disabled_at = now, .disabled_why = "by " + actor.name};
}

}  // namespace

NewWebhook create_webhook(Services& services, const WebhookSettings& settings, const Actor& actor) {
  check(settings);
  const auto now = services.clock.now();
  NewWebhook made{{.id = new_id(services.clock), .recorded_at = now, .recorded_by = actor.name},
                  crypto::new_webhook_secret()};
  set(made.webhook, settings);
  auto transaction = services.database.begin();
  store::insert_webhook(transaction, made.webhook, made.secret);
  if (!settings.enabled) {
    disable(made.webhook, actor, now);
    store::update_webhook(transaction, made.webhook);
  }
  audit(transaction, actor, "create", "webhook", made.webhook.id);
  transaction.commit();
  return made;
}

std::vector<store::Webhook> list_webhooks(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_webhooks(transaction);
}

store::Webhook find_webhook(Services& services, const std::string& id) {
  for (auto& webhook : list_webhooks(services))
    if (webhook.id == id) return std::move(webhook);
  throw not_found("webhook " + id);
}

store::Webhook change_webhook(Services& services, const std::string& id, const WebhookSettings& settings,
                              const Actor& actor) {
  check(settings);
  auto transaction = services.database.begin();
  auto webhook = known_webhook(transaction, id);
  set(webhook, settings);
  if (settings.enabled)
    webhook.health = {};
  else
    disable(webhook, actor, services.clock.now());
  store::update_webhook(transaction, webhook);
  if (!settings.enabled) store::drop_deliveries(transaction, id);
  audit(transaction, actor, "change", "webhook", id);
  transaction.commit();
  return webhook;
}

void remove_webhook(Services& services, const std::string& id, const Actor& actor) {
  auto transaction = services.database.begin();
  if (!store::remove_webhook(transaction, id, services.clock.now())) throw not_found("webhook " + id);
  store::drop_deliveries(transaction, id);
  audit(transaction, actor, "remove", "webhook", id);
  transaction.commit();
}

NewWebhook change_webhook_secret(Services& services, const std::string& id, const Actor& actor) {
  auto transaction = services.database.begin();
  NewWebhook changed{known_webhook(transaction, id), crypto::new_webhook_secret()};
  store::change_webhook_secret(transaction, id, changed.secret, services.clock.now() + kEarlierSecretSigns);
  audit(transaction, actor, "change_secret", "webhook", id);
  transaction.commit();
  return changed;
}

store::WebhookEvent test_webhook(Services& services, const std::string& id, const Actor& actor) {
  auto transaction = services.database.begin();
  check_enabled(known_webhook(transaction, id));
  const auto now = services.clock.now();
  auto event = event_with(services, EventType::Test, now, {{"asked_by", actor.name}});
  store::insert_webhook_event(transaction, event, {&id, 1}, now);
  audit(transaction, actor, "test", "webhook", id);
  transaction.commit();
  return event;
}

void deliver_again(Services& services, const std::string& id, const std::string& event, const Actor& actor) {
  auto transaction = services.database.begin();
  check_enabled(known_webhook(transaction, id));
  if (!store::queue_again(transaction, id, event, services.clock.now()))
    throw not_found("delivery of event " + event);
  audit(transaction, actor, "deliver_again", "webhook", id, codec::dump(codec::Json{{"event", event}}));
  transaction.commit();
}

std::vector<store::DeliveryRecord> list_deliveries(Services& services, const std::string& id,
                                                   const std::optional<store::DeliveryState>& state,
                                                   const std::string& after, int limit) {
  find_webhook(services, id);
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_deliveries(transaction, id, state, after, limit);
}

}  // namespace certreg::service
