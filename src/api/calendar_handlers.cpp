#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/service/calendars.h"

namespace certreg::api {
namespace {

using codec::Json;

constexpr std::string_view kEnding = ".ics";

Json calendar_json(const store::CalendarFacts& calendar) {
  return {{"id", calendar.id},
          {"name", calendar.name},
          {"owner", codec::text_or_null(calendar.owner)},
          {"recorded_at", to_string(calendar.recorded_at)},
          {"recorded_by", calendar.recorded_by},
          {"revoked_at", instant_or_null(calendar.revoked_at)}};
}

}  // namespace

http::Response list_calendars(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::list_calendars(context.services), calendar_json));
}

http::Response create_calendar(const Context& context) {
  QueryReader(context.request).finish();
  codec::Problems problems;
  const auto body = json_body(context);
  codec::ObjectReader reader(body, "", problems);
  const auto name = reader.required_text("name", 100);
  const auto owner = reader.text("owner", 254);
  reader.finish();
  refuse(std::move(problems));
  const auto made = service::create_calendar(context.services, name, owner, context.actor);
  auto json = calendar_json(made.facts);
  json["path"] = "/v1/calendar/" + made.token + std::string(kEnding);
  return json_answer(json, 201);
}

http::Response revoke_calendar(const Context& context) {
  QueryReader(context.request).finish();
  service::revoke_calendar(context.services, own_id(context, "calendar"), context.actor);
  http::Response response;
  response.status = 204;
  return response;
}

http::Response get_calendar(const Context& context) {
  QueryReader(context.request).finish();
  const auto& name = context.parameters.front();
  if (!name.ends_with(kEnding)) throw not_found("calendar of that address");
  http::Response response;
  response.content_type = "text/calendar; charset=utf-8";
  response.body = service::calendar_text(context.services, name.substr(0, name.size() - kEnding.size()));
  response.headers = {{"Cache-Control", "private, max-age=3600"}};
  return response;
}

}  // namespace certreg::api
