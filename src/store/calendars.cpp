#include "certreg/store/calendars.h"

#include "store/values.h"

namespace certreg::store {
namespace {

CalendarFacts calendar_in(const Row& row) {
  return {.id = row.text("id"),
          .name = row.text("name"),
          .owner = text_or_empty(row, "owner"),
          .recorded_at = instant(row, "recorded_at"),
          .recorded_by = row.text("recorded_by"),
          .revoked_at = optional_instant(row, "revoked_at")};
}

}  // namespace

void insert_calendar(Transaction& transaction, const CalendarFacts& calendar, const std::string& hash) {
  transaction.run("insert_calendar", {calendar.id, calendar.name, hash, filled(calendar.owner),
                                      to_string(calendar.recorded_at), calendar.recorded_by});
}

std::vector<CalendarFacts> list_calendars(Transaction& transaction) {
  std::vector<CalendarFacts> all;
  for (const auto& row : transaction.run("list_calendars")) all.push_back(calendar_in(row));
  return all;
}

std::optional<CalendarFacts> calendar_of(Transaction& transaction, const std::string& hash) {
  const auto row = transaction.run("select_calendar_by_hash", {hash}).first();
  return row ? std::optional(calendar_in(*row)) : std::nullopt;
}

bool revoke_calendar(Transaction& transaction, const std::string& id, Instant now) {
  return is_uuid(id) && !transaction.run("revoke_calendar", {id, to_string(now)}).empty();
}

}  // namespace certreg::store
