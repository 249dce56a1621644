// A calendar day and an instant. Days are ISO 8601 `YYYY-MM-DD`, instants RFC 3339 UTC. Pure values.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace certreg {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;

class Date {
 public:
  Date(int year, unsigned month, unsigned day);  // throws Error(Invalid) when there is no such day
  explicit Date(std::chrono::sys_days days) : days_(days) {}

  // Exactly `YYYY-MM-DD`, a day that exists, years 1900 to 2199; nullopt otherwise.
  static std::optional<Date> parse(std::string_view iso);

  std::string to_string() const;
  std::chrono::sys_days days() const { return days_; }
  int year() const;
  Date plus_days(int count) const;
  Date plus_months(int count) const;  // the last day of the month when the day does not exist there

  auto operator<=>(const Date&) const = default;

 private:
  std::chrono::sys_days days_;
};

int days_between(Date from, Date to);  // positive when `to` is later

Date day_of(Instant instant);            // in UTC
std::string to_string(Instant instant);  // 2026-01-31T12:00:00.000000Z
std::optional<Instant> parse_instant(
    std::string_view text);  // RFC 3339 with Z or an offset; or a day = its start

}  // namespace certreg
