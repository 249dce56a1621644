#include "certreg/domain/date.h"

#include <fmt/format.h>

#include "certreg/domain/error.h"

namespace certreg {
namespace {

using std::chrono::year_month_day;

constexpr int kFirstYear = 1900, kLastYear = 2199;

// The digits of `text` as a number; nullopt when any other character is among them.
std::optional<int> number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

year_month_day calendar(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

// The last `count` digits. By hand, since every answer and every line of the log holds some days.
void put_digits(char* at, int count, std::int64_t value) {
  for (char* place = at + count; place != at; value /= 10) *--place = static_cast<char>('0' + value % 10);
}

// "HH:MM" as minutes of the day.
std::optional<std::chrono::minutes> clock_minutes(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = number(text.substr(0, 2)), minute = number(text.substr(3));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return std::chrono::minutes(*hour * 60 + *minute);
}

std::optional<std::chrono::minutes> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return std::chrono::minutes(0);
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto minutes = clock_minutes(text.substr(1));
  if (!minutes) return std::nullopt;
  return text[0] == '-' ? -*minutes : *minutes;
}

// ".5" as microseconds; digits beyond the sixth are cut off.
std::optional<std::chrono::microseconds> parse_fraction(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  std::string digits(text.substr(1));
  if (!number(digits.substr(0, 6)) || digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  digits.resize(6, '0');
  return std::chrono::microseconds(*number(digits));
}

}  // namespace

Date::Date(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) throw invalid("date", fmt::format("{:04}-{:02}-{:02} is no day", year, month, day));
  days_ = date;
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)), day = number(iso.substr(8));
  if (!year || !month || !day || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const auto date = calendar(*year, *month, *day);
  if (!date.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(date));
}

std::string Date::to_string() const {
  const year_month_day date(days_);
  std::string text = "0000-00-00";
  put_digits(text.data(), 4, static_cast<int>(date.year()));
  put_digits(text.data() + 5, 2, static_cast<int>(static_cast<unsigned>(date.month())));
  put_digits(text.data() + 8, 2, static_cast<int>(static_cast<unsigned>(date.day())));
  return text;
}

int Date::year() const { return static_cast<int>(year_month_day(days_).year()); }

Date Date::plus_days(int count) const { return Date(days_ + std::chrono::days(count)); }

Date Date::plus_months(int count) const {
  const year_month_day date = year_month_day(days_) + std::chrono::months(count);
  if (date.ok()) return Date(std::chrono::sys_days(date));
  return Date(std::chrono::sys_days(date.year() / date.month() / std::chrono::last));
}

int days_between(Date from, Date to) { return static_cast<int>((to.days() - from.days()).count()); }

Date day_of(Instant instant) { return Date(std::chrono::floor<std::chrono::days>(instant)); }

std::string to_string(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(instant - day);
  std::string text = Date(day).to_string() + "T00:00:00.000000Z";
  put_digits(text.data() + 11, 2, time.hours().count());
  put_digits(text.data() + 14, 2, time.minutes().count());
  put_digits(text.data() + 17, 2, time.seconds().count());
  put_digits(text.data() + 20, 6, time.subseconds().count());
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto day = Date::parse(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return Instant(day->days());
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[16] != ':') return std::nullopt;
  const auto minutes = clock_minutes(text.substr(11, 5));
  const auto seconds = number(text.substr(17, 2));
  if (!minutes || !seconds || *seconds > 59) return std::nullopt;
  std::string_view rest = text.substr(19);
  std::chrono::microseconds fraction(0);
  if (rest[0] == '.') {
    const auto end = std::min(rest.find_first_of("Zz+-"), rest.size());
    const auto parsed = parse_fraction(rest.substr(0, end));
    if (!parsed) return std::nullopt;
    fraction = *parsed;
    rest = rest.substr(end);
  }
  const auto offset = parse_offset(rest);
  if (!offset) return std::nullopt;
  return Instant(day->days()) + *minutes + std::chrono::seconds(*seconds) + fraction - *offset;
}

}  // namespace certreg
