#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "certreg/codec/relationships.h"
#include "certreg/domain/names.h"
#include "certreg/service/alerting.h"

namespace certreg::api {
namespace {

using codec::Json;

Json summary_json(const store::MailMessage& message) {
  return {{"id", message.id},
          {"recipient", message.recipient.email},
          {"kind", std::string(name_of(message.kind))},
          {"subject", message.subject},
          {"state", std::string(name_of(message.state))},
          {"attempts", message.attempts},
          {"last_code", message.last_code == 0 ? Json(nullptr) : Json(message.last_code)},
          {"last_reply", codec::text_or_null(message.last_reply)},
          {"queued_at", to_string(message.queued_at)},
          {"next_attempt_at", message.state == store::MessageState::Queued
                                  ? Json(to_string(message.next_attempt_at))
                                  : Json(nullptr)}};
}

Json message_json(const store::MailMessage& message) {
  auto json = summary_json(message);
  json["text"] = message.text;
  json["html"] = message.html;
  return json;
}

Json preview_json(const service::AlertPreview& preview) {
  Json items = Json::array();
  for (std::size_t i = 0; i < preview.items.size(); ++i) {
    const auto& item = preview.items[i];
    items.push_back({{"rung", preview.rungs[i]},
                     {"reference", item.reference},
                     {"supplier", item.supplier},
                     {"end", codec::date_or_null(item.end)},
                     {"finding", codec::to_json(item.finding)}});
  }
  return {{"recipient", preview.recipient},
          {"subject", preview.mail.subject},
          {"text", preview.mail.text},
          {"items", items}};
}

Json preference_json(const MailPreference& preference) {
  return {{"recipient", preference.recipient},
          {"digest", std::string(to_string(preference.rhythm))},
          {"weekday", preference.weekday},
          {"hour", preference.hour},
          {"time_zone", preference.time_zone}};
}

std::string recipient_of(const Context& context) {
  const auto& recipient = context.parameters.front();
  if (!is_mail_address(recipient)) throw not_found("e-mail address " + recipient);
  return recipient;
}

MailPreference preference_in(const Context& context) {
  codec::Problems problems;
  const auto body = json_body(context);
  codec::ObjectReader reader(body, "", problems);
  MailPreference preference{.recipient = recipient_of(context)};
  reader.ignore("recipient");
  if (const auto digest = reader.choice("digest", digest_rhythm_names()))
    preference.rhythm = static_cast<DigestRhythm>(*digest);
  preference.weekday = static_cast<int>(reader.integer("weekday", 1, 7).value_or(preference.weekday));
  preference.hour = static_cast<int>(reader.integer("hour", 0, 23).value_or(preference.hour));
  if (auto zone = reader.text("time_zone", 60); !zone.empty()) preference.time_zone = std::move(zone);
  reader.finish();
  refuse(std::move(problems));
  return preference;
}

}  // namespace

http::Response preview_alerts(const Context& context) {
  QueryReader query(context.request);
  const auto on = query.date("on").value_or(context.services.clock.today());
  query.finish();
  const service::DueAlerts due(context.services, on);
  Json items = Json::array();
  for (std::size_t at = 0; at < due.size(); ++at) items.push_back(preview_json(due.preview(at)));
  return json_answer({{"items", items}, {"untold", due.untold()}});
}

http::Response run_alerts(const Context& context) {
  QueryReader(context.request).finish();
  const auto prepared = service::prepare_alerts(context.services);
  const auto sent = service::send_messages(context.services);
  return json_answer({{"due", prepared.due},
                      {"settled", prepared.settled},
                      {"messages", prepared.messages},
                      {"sent", sent.sent},
                      {"deferred", sent.deferred},
                      {"refused", sent.refused},
                      {"given_up", sent.given_up}});
}

http::Response list_messages(const Context& context) {
  QueryReader query(context.request);
  store::MessageFilter filter;
  if (const auto state = query.choice("state", store::message_state_names()))
    filter.state = static_cast<store::MessageState>(*state);
  filter.recipient = query.text("recipient", 254);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto messages = service::list_messages(context.services, filter, cursor.empty() ? "" : cursor[0],
                                         static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (messages.size() > limit) {
    messages.pop_back();
    last = {messages.back().id};
  }
  return page(context, listed(messages, summary_json), last);
}

http::Response get_message(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, message_json(service::find_message(context.services, own_id(context, "message"))));
}

http::Response get_mail_preference(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context,
                  preference_json(service::mail_preference(context.services, recipient_of(context))));
}

http::Response save_mail_preference(const Context& context) {
  QueryReader(context.request).finish();
  const auto preference = preference_in(context);
  service::save_mail_preference(context.services, preference, context.actor);
  return resource(context, preference_json(preference));
}

http::Response get_supplier_letter(const Context& context) {
  QueryReader(context.request).finish();
  const auto letter = service::letter_about(context.services, {own_id(context, "finding")});
  return resource(context, {{"to", codec::to_json(letter.to)},
                            {"subject", letter.subject},
                            {"text", letter.text},
                            {"mailto", codec::text_or_null(report::mailto_of(letter))}});
}

}  // namespace certreg::api
