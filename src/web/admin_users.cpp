#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/guests.h"
#include "certreg/service/users.h"
#include "web/admin_pages.h"
#include "web/admin_roles.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

Data user_view(const store::User& user, Language language) {
  Data view;
  view.set("id", user.id);
  view.set("name", harmless(user.name));
  view.set("email", harmless(user.email));
  view.set("blocked", user.blocked);
  view.set("seen_role", user.role);
  view.set("one_time", user.one_time_until.has_value());
  view.set("one_time_until",
           user.one_time_until ? instant_text(*user.one_time_until, language) : std::string());
  view.set("last_sign_in",
           user.last_sign_in ? instant_text(*user.last_sign_in, language) : message(language, "admin.never"));
  view.set("roles", role_options(user.role));
  return view;
}

Data guest_view(const store::KnownGuest& guest, Language language) {
  Data view;
  view.set("subject", guest.subject);
  view.set("name", harmless(guest.name));
  view.set("blocked", guest.blocked);
  view.set("last_sign_in", guest.last_sign_in ? instant_text(*guest.last_sign_in, language)
                                              : message(language, "admin.never"));
  return view;
}

Data guests_view(const Visit& visit) {
  Data list{Data::type::list};
  for (const auto& guest : service::list_guests(visit.services))
    list.push_back(guest_view(guest, visit.language));
  return list;
}

// What the page has to say beside the list.
struct Said {
  std::optional<service::UserWithPassword> made;
  std::string problem;
};

Drawn page(const Visit& visit, const Said& said, int status = 200) {
  Data list{Data::type::list};
  for (const auto& user : service::list_users(visit.services))
    list.push_back(user_view(user, visit.language));
  Data values;
  values.set("none", list.list_value().empty());
  values.set("users", list);
  values.set("roles", role_options("reader"));
  const auto guests = guests_view(visit);
  values.set("guests", guests);
  values.set("has_guests", !guests.list_value().empty());
  values.set("has_problem", !said.problem.empty());
  values.set("problem", said.problem);
  values.set("has_made", said.made.has_value());
  values.set("made_for", said.made ? harmless(said.made->user.name) : std::string());
  values.set("made", said.made ? said.made->one_time_password : std::string());
  return drawn(visit, "admin_users.mustache", values, message(visit.language, "admin.users"), status);
}

Said changed(const Visit& visit) {
  const auto deed = form_value(visit.request, "do"), id = form_value(visit.request, "user");
  const auto& actor = visit.visitor->actor;
  if (deed == "password") return {service::set_one_time_password(visit.services, id, actor), {}};
  if (deed == "create")
    return {service::create_user(visit.services,
                                 {form_value(visit.request, "name"), form_value(visit.request, "email"),
                                  role_in(visit.request)},
                                 actor),
            {}};
  if (deed == "block_guest") {
    service::block_guest(visit.services, id, actor);
    return {};
  }
  if (deed == "unblock_guest") {
    service::unblock_guest(visit.services, id, actor);
    return {};
  }
  if (deed != "change") throw invalid("do", "must be create, change, password, block_guest or unblock_guest");
  service::change_user(visit.services, id,
                       {role_in(visit.request), form_value(visit.request, "blocked") == "yes"}, actor,
                       service::SeenStanding{form_value(visit.request, "seen_role"),
                                             form_value(visit.request, "seen_blocked") == "yes"});
  return {};
}

}  // namespace

Drawn users_page(const Visit& visit) { return page(visit, {}); }

Drawn change_users(const Visit& visit) {
  try {
    return page(visit, changed(visit));
  } catch (const Error& error) {
    if (error.kind == ErrorKind::Conflict)
      return page(visit, {{}, message(visit.language, "users.taken")}, 409);
    if (error.kind == ErrorKind::Invalid)
      return page(visit, {{}, message(visit.language, "users.wrong")}, 400);
    throw;
  }
}

}  // namespace certreg::web
