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
                           {"/portfolio", "frame.portfolio", service::Role::Reader},
                           {"/findings", "frame.findings", service::Role::Reader},
                           {"/reviews", "frame.reviews", service::Role::Reader},
                           {"/alerts", "frame.alerts", service::Role::Reviewer},
                           {"/proposals", "queue.title", service::Role::Reviewer},
                           {"/upload", "upload.link", service::Role::Reviewer},
                           {"/admin", "admin.title", service::Role::Admin}};

bool is_within(std::string_view path, std::string_view place) {
  return path == place || (place.size() > 1 && path.starts_with(std::string(place) + "/"));
}

Data links_of(const Visit& visit) {
  Data links(Data::type::list);
  const auto role = visit.visitor ? visit.visitor->actor.role : service::Role::Reader;
  for (const auto& link : kLinks) {
    if (role < link.role) continue;
    Data one;
    one.set("path", std::string(link.path));
    one.set("label", message(visit.language, link.label));
    one.set("is_here", is_within(visit.request.path, link.path));
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

// Whether what comes from memory may be old.
void set_memory(Data& values, const Visit& visit) {
  const auto state = visit.services.feed.state();
  values.set("database_away", !state.database_up);
  values.set("memory_behind", state.database_up && !state.error.empty());
}

// Of a script in a header, of a form in its body. What another site may make a browser send is neither.
std::string sent_token(const http::Request& request) {
  if (const auto* header = request.header("X-Form-Token")) return *header;
  return form_value(request, "token");
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
  set_memory(values, visit);
  set_visitor(values, visit);
  return {status, fill(name, values, visit.language)};
}

bool has_form_token(const Visit& visit) {
  return visit.visitor && !visit.visitor->form_token.empty() &&
         crypto::equal_in_constant_time(sent_token(visit.request), visit.visitor->form_token);
}

Drawn notice(const Visit& visit, int status, std::string_view key) {
  const auto prefix = "notice." + std::string(key);
  Data values;
  values.set("heading", message(visit.language, prefix + ".title"));
  values.set("text", message(visit.language, prefix + ".text"));
  return drawn(visit, "notice.mustache", values, message(visit.language, prefix + ".title"), status);
}

}  // namespace certreg::web
