#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/service/webhooks.h"

namespace certreg::api {
namespace {

using codec::Json;

std::string id_of(const Context& context) { return own_id(context, "webhook"); }

Json webhook_json(const store::Webhook& webhook) {
  const auto& health = webhook.health;
  return {{"id", webhook.id},
          {"address", webhook.address},
          {"description", codec::text_or_null(webhook.description)},
          {"events", webhook.events},
          {"enabled", !health.disabled_at.has_value()},
          {"disabled_at", instant_or_null(health.disabled_at)},
          {"disabled_why", codec::text_or_null(health.disabled_why)},
          {"failures", health.failures},
          {"failing_since", instant_or_null(health.failing_since)},
          {"resumes_at", instant_or_null(health.resumes_at)},
          {"recorded_at", to_string(webhook.recorded_at)},
          {"recorded_by", webhook.recorded_by}};
}

http::Response with_secret(const service::NewWebhook& made, int status) {
  auto json = webhook_json(made.webhook);
  json["secret"] = made.secret;
  auto response = json_answer(json, status);
  response.headers = {{"Cache-Control", "no-store"}};
  return response;
}

Json delivery_json(const store::DeliveryRecord& delivery) {
  const auto& last = delivery.last;
  const bool is_queued = delivery.state == store::DeliveryState::Queued;
  return {{"event", delivery.event.id},
          {"type", delivery.event.type},
          {"occurred_at", to_string(delivery.event.occurred_at)},
          {"payload", delivery.event.payload},
          {"state", std::string(name_of(delivery.state))},
          {"attempts", delivery.attempts},
          {"queued_at", to_string(delivery.queued_at)},
          {"next_attempt_at", is_queued ? Json(to_string(delivery.next_attempt_at)) : Json(nullptr)},
          {"last_attempt_at", last ? Json(to_string(last->at)) : Json(nullptr)},
          {"last_status", last && last->status != 0 ? Json(last->status) : Json(nullptr)},
          {"last_detail", last ? Json(last->detail) : Json(nullptr)}};
}

service::WebhookSettings settings_in(const Context& context) {
  codec::Problems problems;
  const auto body = json_body(context);
  codec::ObjectReader reader(body, "", problems);
  service::WebhookSettings settings;
  settings.address = reader.required_text("address", 2000);
  settings.description = reader.text("description", 200);
  settings.events = reader.texts("events", event_type_names().size(), 100);
  settings.enabled = reader.boolean("enabled").value_or(true);
  reader.finish();
  refuse(std::move(problems));
  return settings;
}

http::Response nothing(int status) {
  http::Response response;
  response.status = status;
  return response;
}

}  // namespace

http::Response list_webhooks(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::list_webhooks(context.services), webhook_json));
}

http::Response create_webhook(const Context& context) {
  QueryReader(context.request).finish();
  return with_secret(service::create_webhook(context.services, settings_in(context), context.actor), 201);
}

http::Response get_webhook(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, webhook_json(service::find_webhook(context.services, id_of(context))));
}

http::Response change_webhook(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, webhook_json(service::change_webhook(context.services, id_of(context),
                                                                settings_in(context), context.actor)));
}

http::Response remove_webhook(const Context& context) {
  QueryReader(context.request).finish();
  service::remove_webhook(context.services, id_of(context), context.actor);
  return nothing(204);
}

http::Response change_webhook_secret(const Context& context) {
  QueryReader(context.request).finish();
  return with_secret(service::change_webhook_secret(context.services, id_of(context), context.actor), 200);
}

http::Response test_webhook(const Context& context) {
  QueryReader(context.request).finish();
  const auto event = service::test_webhook(context.services, id_of(context), context.actor);
  return json_answer({{"event", event.id}}, 202);
}

http::Response list_webhook_deliveries(const Context& context) {
  QueryReader query(context.request);
  std::optional<store::DeliveryState> state;
  if (const auto chosen = query.choice("state", store::delivery_state_names()))
    state = static_cast<store::DeliveryState>(*chosen);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto deliveries = service::list_deliveries(context.services, id_of(context), state,
                                             cursor.empty() ? "" : cursor[0], static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (deliveries.size() > limit) {
    deliveries.pop_back();
    last = {deliveries.back().event.id};
  }
  return page(context, listed(deliveries, delivery_json), last);
}

http::Response deliver_again(const Context& context) {
  QueryReader(context.request).finish();
  service::deliver_again(context.services, id_of(context), context.parameters[1], context.actor);
  return nothing(202);
}

}  // namespace certreg::api
