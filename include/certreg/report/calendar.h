// Days as an iCalendar (RFC 5545) that calendar programs subscribe to. Pure; the same events give the same
// bytes.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg::report {

struct CalendarEvent {
  std::string uid;  // stays the same for the same event, over all days
  Date from{std::chrono::sys_days{}}, until{std::chrono::sys_days{}};  // whole days, both included
  std::string summary, description, address, category;
};

struct Calendar {
  std::string name;
  Instant made_at{};
  std::vector<CalendarEvent> events;
};

std::string to_icalendar(const Calendar& calendar);

}  // namespace certreg::report
