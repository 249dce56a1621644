#include "web/visit.h"

#include "certreg/crypto/api_key.h"
#include "certreg/service/catalogue_feed.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

// What the navigation leads to, for whoever has the role.
struct Link {
  std::string_view path, label;  // the label is a message's key
  service::Role role;
};
constexpr Link kLinks[] = {{"/", "frame.lookup", service::Role::Reader},
                           {"/admin", "admin.title", service::Role::Admin}};

Data links_of(const Visit& visit) {
  Data links(Data::type::list);
  const auto role = visit.visitor ? visit.visitor->actor.role : service::Role::Reader;
  for (const auto& link : kLinks) {
    if (role < link.role) continue;
    Data one;
    one.set("path", std::string(link.path));
    one.set("label", message(visit.language, link.label));
    one.set("is_here", visit.request.path == link.path);
    links.push_back(one);
  }
  return links;
}

void set_visitor(Data& values, const Visit& visit) {
  const bool signed_in = visit.visitor && !visit.visitor->form_token.empty();
  values.set("signed_in", signed_in);
  values.set("may_sign_in", !signed_in);
  values.set("has_password", signed_in && visit.visitor->user.has_value());
  values.set("visitor_name", signed_in ? visit.visitor->actor.name : std::string());
  values.set("visitor_role", signed_in ? std::string(to_string(visit.visitor->actor.role)) : std::string());
  values.set("form_token", signed_in ? visit.visitor->form_token : std::string());
}

}  // namespace

Drawn drawn(const Visit& visit, std::string_view name, Data values, const std::string& title, int status) {
  const bool is_sign_in = visit.request.path.starts_with("/sign-in");
  const auto here = is_sign_in ? own_address(query_value(visit.request, "to")) : visit.request.target;
  values.set("title", title);
  values.set("language", std::string(to_string(visit.language)));
  values.set("here", percent_encoded(here));
  values.set("in_english", visit.language == Language::English);
  values.set("links", links_of(visit));
  values.set("database_away", !visit.services.feed.state().database_up);
  set_visitor(values, visit);
  return {status, fill(name, values, visit.language)};
}

bool has_form_token(const Visit& visit) {
  return visit.visitor && !visit.visitor->form_token.empty() &&
         crypto::equal_in_constant_time(form_value(visit.request, "token"), visit.visitor->form_token);
}

Drawn notice(const Visit& visit, int status, std::string_view key) {
  const auto prefix = "notice." + std::string(key);
  Data values;
  values.set("heading", message(visit.language, prefix + ".title"));
  values.set("text", message(visit.language, prefix + ".text"));
  return drawn(visit, "notice.mustache", values, message(visit.language, prefix + ".title"), status);
}

}  // namespace certreg::web
