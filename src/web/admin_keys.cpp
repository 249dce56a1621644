#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/keys.h"
#include "web/admin_pages.h"
#include "web/admin_roles.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

std::string text_or_empty(const std::optional<Instant>& instant, Language language) {
  return instant ? instant_text(*instant, language) : std::string();
}

Data key_view(const store::ApiKey& key, const Visit& visit) {
  const bool expired = key.expires_at && *key.expires_at <= visit.services.clock.now();
  Data view;
  view.set("id", key.id);
  view.set("name", harmless(key.name));
  view.set("role", key.role);
  view.set("made_by", harmless(key.recorded_by));
  view.set("made_at", instant_text(key.recorded_at, visit.language));
  view.set("expires", key.expires_at.has_value());
  view.set("expires_at", text_or_empty(key.expires_at, visit.language));
  view.set("revoked", key.revoked_at.has_value());
  view.set("revoked_at", text_or_empty(key.revoked_at, visit.language));
  view.set("is_good", !key.revoked_at && !expired);
  return view;
}

Drawn page(const Visit& visit, const std::string& key, const std::string& problem, int status = 200) {
  Data list{Data::type::list};
  for (const auto& one : service::list_keys(visit.services)) list.push_back(key_view(one, visit));
  Data values;
  values.set("none", list.list_value().empty());
  values.set("keys", list);
  values.set("roles", role_options("reader"));
  values.set("has_key", !key.empty());
  values.set("key", key);
  values.set("has_problem", !problem.empty());
  values.set("problem", problem);
  return drawn(visit, "admin_keys.mustache", values, message(visit.language, "admin.keys"), status);
}

// The first instant after the day; none: the key does not end.
std::optional<Instant> end_in(const http::Request& request) {
  const auto text = form_value(request, "until");
  if (text.empty()) return std::nullopt;
  const auto day = Date::parse(text);
  if (!day) throw invalid("until", "must be a day");
  return parse_instant(day->plus_days(1).to_string());
}

// The new key; empty when none was made.
std::string changed(const Visit& visit) {
  const auto deed = form_value(visit.request, "do");
  const auto& actor = visit.visitor->actor;
  if (deed == "create")
    return service::create_key(visit.services, form_value(visit.request, "name"), role_in(visit.request),
                               end_in(visit.request), actor)
        .key;
  if (deed != "revoke") throw invalid("do", "must be create or revoke");
  service::revoke_key(visit.services, form_value(visit.request, "key"), actor);
  return {};
}

}  // namespace

Drawn keys_page(const Visit& visit) { return page(visit, {}, {}); }

Drawn change_keys(const Visit& visit) {
  try {
    return page(visit, changed(visit), {});
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    return page(visit, {}, message(visit.language, "keys.wrong"), 400);
  }
}

}  // namespace certreg::web
