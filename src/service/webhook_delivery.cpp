#include <fmt/format.h>

#include "certreg/crypto/webhook_signature.h"
#include "certreg/domain/retry.h"
#include "certreg/fetch/poster.h"
#include "certreg/service/webhooks.h"

namespace certreg::service {
namespace {

constexpr std::chrono::minutes kClaim{5};  // longer than any post
// Standard Webhooks 1.0.0 proposes attempts over some three days.
constexpr std::chrono::hours kGiveUpAfter{4 * 24};

// The time is the attempt's: whoever replays a message later is found out.
fetch::PostRequest request_of(const store::Delivery& delivery, Instant now) {
  const auto at = std::chrono::floor<std::chrono::seconds>(now);
  auto signature = crypto::sign_webhook(delivery.secret, delivery.event.id, at, delivery.event.payload);
  if (!delivery.earlier_secret.empty())
    signature +=
        " " + crypto::sign_webhook(delivery.earlier_secret, delivery.event.id, at, delivery.event.payload);
  return {.address = delivery.address,
          .content_type = "application/json",
          .headers = {{"webhook-id", delivery.event.id},
                      {"webhook-timestamp", std::to_string(at.time_since_epoch().count())},
                      {"webhook-signature", std::move(signature)}},
          .body = delivery.event.payload};
}

bool is_taken(const fetch::PostResult& result) {
  return result.outcome == fetch::PostOutcome::Answered && result.http_status / 100 == 2;
}

std::string words_of(const fetch::PostResult& result) {
  if (result.outcome != fetch::PostOutcome::Answered) return result.detail;
  return fmt::format("the endpoint answered {}", result.http_status);
}

std::optional<store::Delivery> claim(Services& services) {
  auto transaction = services.database.begin();
  const auto now = services.clock.now();
  auto delivery = store::claim_delivery(transaction, now, now + kClaim);
  transaction.commit();
  return delivery;
}

struct Settled {
  store::DeliveryState state = store::DeliveryState::Delivered;
  Instant next{};
  EndpointHealth health;
};

Settled settle(const store::Delivery& delivery, const fetch::PostResult& result, EndpointHealth health,
               Instant now) {
  if (is_taken(result)) return {store::DeliveryState::Delivered, now, {}};
  health = after_failure(std::move(health), result.http_status, result.retry_after, now);
  if (health.disabled_at) return {store::DeliveryState::Dropped, now, std::move(health)};
  const auto next = next_attempt(delivery.attempts, delivery.queued_at, now, kGiveUpAfter);
  const auto state = next ? store::DeliveryState::Queued : store::DeliveryState::GivenUp;
  return {state, next.value_or(now), std::move(health)};
}

DeliveryOutcome outcome_of(const Settled& settled) {
  switch (settled.state) {
    case store::DeliveryState::Delivered:
      return DeliveryOutcome::Delivered;
    case store::DeliveryState::Queued:
      return DeliveryOutcome::Deferred;
    case store::DeliveryState::GivenUp:
      return DeliveryOutcome::GivenUp;
    case store::DeliveryState::Dropped:
      return DeliveryOutcome::Disabled;
  }
  return DeliveryOutcome::None;
}

DeliveryNotice record(Services& services, const store::Delivery& delivery, const fetch::PostResult& result) {
  const auto now = services.clock.now();
  auto transaction = services.database.begin();
  auto webhook = store::lock_webhook(transaction, delivery.webhook);
  Settled settled = settle(delivery, result, webhook ? webhook->health : EndpointHealth{}, now);
  // It was removed or disabled meanwhile: that stands.
  const bool ended = !webhook || webhook->health.disabled_at.has_value();
  if (ended && settled.state == store::DeliveryState::Queued) settled.state = store::DeliveryState::Dropped;
  store::record_attempt(transaction, delivery, {now, result.http_status, words_of(result)}, settled.state,
                        settled.next);
  if (!ended) {
    webhook->health = settled.health;
    store::update_webhook_health(transaction, *webhook);
    if (settled.health.disabled_at) store::drop_deliveries(transaction, delivery.webhook);
  }
  transaction.commit();
  return {outcome_of(settled), delivery.webhook,
          settled.health.disabled_at ? settled.health.disabled_why : words_of(result)};
}

DeliveryNotice hand_back(Services& services, const store::Delivery& delivery) {
  auto transaction = services.database.begin();
  store::hand_back(transaction, delivery, services.clock.now());
  transaction.commit();
  return {DeliveryOutcome::Stopped, delivery.webhook, {}};
}

}  // namespace

DeliveryNotice deliver_next(Services& services) {
  if (services.poster == nullptr) return {};
  const auto delivery = claim(services);
  if (!delivery) return {};
  const auto result = services.poster->post(request_of(*delivery, services.clock.now()));
  if (result.outcome == fetch::PostOutcome::Stopped) return hand_back(services, *delivery);
  return record(services, *delivery, result);
}

}  // namespace certreg::service
