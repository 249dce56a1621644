// Calendars that people subscribe to; hashes of their tokens only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct CalendarFacts {
  std::string id, name;
  std::string owner;  // e-mail address; empty: everything
  Instant recorded_at{};
  std::string recorded_by;
  std::optional<Instant> revoked_at;
};

void insert_calendar(Transaction& transaction, const CalendarFacts& calendar, const std::string& hash);
std::vector<CalendarFacts> list_calendars(Transaction& transaction);
std::optional<CalendarFacts> calendar_of(Transaction& transaction, const std::string& hash);  // not revoked
bool revoke_calendar(Transaction& transaction, const std::string& id, Instant now);  // false: there is none

}  // namespace certreg::store
