#include "web/visit.h"

#include "certreg/service/catalogue_feed.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

void set_visitor(Data& values, const Visit& visit) {
  const bool signed_in = visit.visitor && !visit.visitor->form_token.empty();
  values.set("signed_in", signed_in);
  values.set("may_sign_in", !signed_in);
  values.set("visitor_name", signed_in ? visit.visitor->actor.name : std::string());
  values.set("visitor_role", signed_in ? std::string(to_string(visit.visitor->actor.role)) : std::string());
  values.set("form_token", signed_in ? visit.visitor->form_token : std::string());
}

}  // namespace

Drawn drawn(const Visit& visit, std::string_view name, Data values, const std::string& title, int status) {
  const bool is_sign_in = visit.request.path == "/sign-in";
  const auto here = is_sign_in ? own_address(query_value(visit.request, "to")) : visit.request.target;
  values.set("title", title);
  values.set("language", std::string(to_string(visit.language)));
  values.set("here", percent_encoded(here));
  values.set("in_english", visit.language == Language::English);
  values.set("on_lookup", visit.request.path == "/");
  values.set("database_away", !visit.services.feed.state().database_up);
  set_visitor(values, visit);
  return {status, fill(name, values, visit.language)};
}

Drawn notice(const Visit& visit, int status, std::string_view key) {
  const auto prefix = "notice." + std::string(key);
  Data values;
  values.set("heading", message(visit.language, prefix + ".title"));
  values.set("text", message(visit.language, prefix + ".text"));
  return drawn(visit, "notice.mustache", values, message(visit.language, prefix + ".title"), status);
}

}  // namespace certreg::web
