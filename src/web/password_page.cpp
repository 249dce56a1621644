#include "web/password_page.h"

#include "web/cookies.h"

namespace certreg::web {
namespace {

using service::PasswordFault;

Drawn form(const Visit& visit, int status, const std::string& problem) {
  Data values;
  values.set("to", wanted_page(visit.request));
  values.set("must_change", visit.visitor->must_change);
  values.set("has_problem", !problem.empty());
  values.set("problem", problem);
  return drawn(visit, "password.mustache", values, message(visit.language, "password.title"), status);
}

std::string_view key_of(PasswordFault fault) {
  switch (fault) {
    case PasswordFault::WrongCurrent:
      return "password.wrong_current";
    case PasswordFault::TooShort:
      return "password.too_short";
    case PasswordFault::TooLong:
      return "password.too_long";
    case PasswordFault::NoText:
      return "password.no_text";
    case PasswordFault::OwnName:
      return "password.own_name";
    case PasswordFault::TooCommon:
      return "password.too_common";
    case PasswordFault::TheSame:
      return "password.the_same";
  }
  return "password.too_common";
}

Drawn changed(const Visit& visit, Door& door) {
  const auto& user = *visit.visitor->user;
  const auto now = visit.services.clock.now();
  const auto wait = door.name_attempts.begin(user.id, now);
  if (wait.count() > 0)
    return form(visit, 429,
                message(visit.language, "password.wait", {{"seconds", std::to_string(wait.count())}}));
  const auto change = tried(door.name_attempts, user.id, now, [&] {
    return service::change_password(visit.services, user, form_value(visit.request, "current"),
                                    form_value(visit.request, "chosen"));
  });
  if (change.fault != PasswordFault::WrongCurrent) door.name_attempts.succeeded(user.id);
  if (change.fault) return form(visit, 400, message(visit.language, key_of(*change.fault)));
  return enter(visit, door, *change.now, wanted_page(visit.request));
}

}  // namespace

Drawn password_form(const Visit& visit) {
  return visit.visitor->user ? form(visit, 200, "") : notice(visit, 404, "no_password");
}

Drawn change_password(const Visit& visit, Door& door) {
  if (!visit.visitor->user) return notice(visit, 404, "no_password");
  if (!has_form_token(visit)) return notice(visit, 403, "old_form");
  if (form_value(visit.request, "chosen") != form_value(visit.request, "again"))
    return form(visit, 400, message(visit.language, "password.differ"));
  return changed(visit, door);
}

}  // namespace certreg::web
