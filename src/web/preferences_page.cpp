#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/domain/names.h"
#include "certreg/service/alerting.h"
#include "web/address.h"
#include "web/alerts_page.h"
#include "web/cookies.h"
#include "web/sign_in_page.h"

namespace certreg::web {
namespace {

constexpr int kDays = 7, kHours = 24;

struct Typed {
  std::string recipient, time_zone;
  std::optional<MailPreference> preference;  // none: nobody to show it of
  bool recipient_wrong = false, zone_wrong = false;
};

std::optional<int> number_in(const std::string& text, int least, int most) {
  for (int number = least; number <= most; ++number)
    if (text == std::to_string(number)) return number;
  return std::nullopt;
}

std::optional<DigestRhythm> rhythm_named(const std::string& name) {
  const auto& names = digest_rhythm_names();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<DigestRhythm>(at - names.begin());
}

Data choice_view(const std::string& id, const std::string& name, bool selected) {
  Data view;
  view.set("id", id);
  view.set("name", name);
  view.set("selected", selected);
  return view;
}

Data preference_view(const MailPreference& preference, const Typed& typed, const Visit& visit) {
  Data rhythms{Data::type::list}, weekdays{Data::type::list}, hours{Data::type::list};
  for (const auto rhythm : digest_rhythm_names()) {
    const std::string id(rhythm);
    rhythms.push_back(
        choice_view(id, message(visit.language, "rhythm." + id), rhythm == to_string(preference.rhythm)));
  }
  for (int day = 1; day <= kDays; ++day)
    weekdays.push_back(choice_view(std::to_string(day),
                                   message(visit.language, "weekday." + std::to_string(day)),
                                   day == preference.weekday));
  for (int hour = 0; hour < kHours; ++hour)
    hours.push_back(choice_view(std::to_string(hour), std::to_string(hour) + ":00", hour == preference.hour));
  Data view;
  view.set("recipient", harmless(preference.recipient));
  view.set("rhythms", rhythms);
  view.set("weekdays", weekdays);
  view.set("hours", hours);
  view.set("zone", harmless(typed.zone_wrong ? typed.time_zone : preference.time_zone));
  view.set("zone_wrong", typed.zone_wrong);
  view.set("may_save", visit.visitor->actor.role >= service::Role::Reviewer);
  view.set("rhythm_word", message(visit.language, "rhythm." + std::string(to_string(preference.rhythm))));
  view.set("weekday_word", message(visit.language, "weekday." + std::to_string(preference.weekday)));
  view.set("hour_word", std::to_string(preference.hour) + ":00");
  return view;
}

Drawn page(const Visit& visit, const Typed& typed, int status) {
  Data view;
  view.set("may_see_alerts", visit.visitor->actor.role >= service::Role::Reviewer);
  view.set("recipient_asked", harmless(typed.recipient));
  view.set("recipient_wrong", typed.recipient_wrong);
  view.set("is_saved", query_value(visit.request, "saved") == "1" && status == 200);
  view.set("preference", typed.preference ? preference_view(*typed.preference, typed, visit) : Data(false));
  return drawn(visit, "preferences.mustache", view, message(visit.language, "alerts.preferences"), status);
}

}  // namespace

Drawn preferences_page(const Visit& visit) {
  Typed typed;
  typed.recipient = query_value(visit.request, "recipient");
  if (typed.recipient.empty()) return page(visit, typed, 200);
  typed.recipient_wrong = !is_mail_address(typed.recipient);
  if (typed.recipient_wrong) return page(visit, typed, 400);
  typed.preference = service::mail_preference(visit.services, typed.recipient);
  return page(visit, typed, 200);
}

Drawn save_preference(const Visit& visit) {
  Typed typed{form_value(visit.request, "recipient"), form_value(visit.request, "time_zone"), {}};
  typed.recipient_wrong = !is_mail_address(typed.recipient);
  if (typed.recipient_wrong) return page(visit, typed, 400);
  const auto rhythm = rhythm_named(form_value(visit.request, "digest"));
  const auto weekday = number_in(form_value(visit.request, "weekday"), 1, kDays);
  const auto hour = number_in(form_value(visit.request, "hour"), 0, kHours - 1);
  if (!rhythm || !weekday || !hour) return notice(visit, 400, "invalid");
  MailPreference preference{typed.recipient, *rhythm, *weekday, *hour, typed.time_zone};
  typed.zone_wrong = !is_time_zone(typed.time_zone);
  if (typed.zone_wrong) {
    typed.preference = preference;
    return page(visit, typed, 400);
  }
  service::save_mail_preference(visit.services, preference, visit.visitor->actor);
  return redirect(
      Address("/alerts/preferences").with("recipient", typed.recipient).with("saved", "1").text());
}

}  // namespace certreg::web
