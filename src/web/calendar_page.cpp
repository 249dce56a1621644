#include "web/calendar_page.h"

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/calendars.h"
#include "web/cookies.h"
#include "web/sign_in_page.h"

namespace certreg::web {
namespace {

struct Typed {
  std::string name, owner;
  std::vector<FieldProblem> problems;
  std::string made;  // the address of the calendar that was just made
};

Data calendar_view(const store::CalendarFacts& calendar, const Visit& visit) {
  Data view;
  view.set("id", calendar.id);
  view.set("name", harmless(calendar.name));
  view.set("has_owner", !calendar.owner.empty());
  view.set("owner", harmless(calendar.owner));
  view.set("day", day_text(day_of(calendar.recorded_at), visit.language));
  view.set("by", harmless(calendar.recorded_by));
  view.set("revoked", calendar.revoked_at.has_value());
  return view;
}

void set_problem(Data& view, const std::string& field, const Typed& typed, Language language) {
  bool wrong = false;
  for (const auto& problem : typed.problems) wrong = wrong || problem.field == field;
  view.set(field + "_wrong", wrong);
  view.set(field + "_problem", wrong ? message(language, "calendar.wrong_" + field) : std::string());
}

// Where no public address is set, people reach the calendar where they reached the page.
std::string address_of(const Visit& visit, const std::string& token) {
  const auto* host = visit.request.header("Host");
  auto base = visit.services.public_address;
  if (base.empty() && host != nullptr) base = (visit.secure ? "https://" : "http://") + *host;
  return base + "/v1/calendar/" + token + ".ics";
}

Drawn page(const Visit& visit, const Typed& typed, int status) {
  const bool may_change = visit.visitor->actor.role >= service::Role::Admin;
  Data list{Data::type::list};
  if (may_change)
    for (const auto& calendar : service::list_calendars(visit.services))
      list.push_back(calendar_view(calendar, visit));
  Data view;
  view.set("may_change", may_change);
  view.set("none", list.list_value().empty());
  view.set("calendars", list);
  view.set("name_typed", harmless(typed.name));
  view.set("owner_typed", harmless(typed.owner));
  set_problem(view, "name", typed, visit.language);
  set_problem(view, "owner", typed, visit.language);
  view.set("has_made", !typed.made.empty());
  view.set("made", typed.made);
  return drawn(visit, "calendar.mustache", view, message(visit.language, "calendar.title"), status);
}

}  // namespace

Drawn calendar_page(const Visit& visit) { return page(visit, {}, 200); }

Drawn change_calendars(const Visit& visit) {
  const auto& actor = visit.visitor->actor;
  if (const auto id = form_value(visit.request, "revoke"); !id.empty()) {
    service::revoke_calendar(visit.services, id, actor);
    return redirect("/portfolio/calendar");
  }
  Typed typed{form_value(visit.request, "name"), form_value(visit.request, "owner"), {}, {}};
  try {
    typed.made =
        address_of(visit, service::create_calendar(visit.services, typed.name, typed.owner, actor).token);
    typed.name.clear();
    typed.owner.clear();
    return page(visit, typed, 200);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    typed.problems = error.fields;
    return page(visit, typed, 400);
  }
}

}  // namespace certreg::web
