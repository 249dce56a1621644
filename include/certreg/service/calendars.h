// A calendar of ends, computed windows and reviews that are due, for whoever knows its address.
#pragma once

#include <string>
#include <vector>

#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/calendars.h"

namespace certreg::service {

struct NewCalendar {
  store::CalendarFacts facts;
  std::string token;  // shown this once; the address is /v1/calendar/TOKEN.ics
};

// `owner`: an e-mail address, or empty for everything.
NewCalendar create_calendar(Services& services, const std::string& name, const std::string& owner,
                            const Actor& actor);
std::vector<store::CalendarFacts> list_calendars(Services& services);
void revoke_calendar(Services& services, const std::string& id, const Actor& actor);  // NotFound

// iCalendar (RFC 5545). NotFound for a token that is unknown or revoked.
std::string calendar_text(Services& services, const std::string& token);

}  // namespace certreg::service
