#include "dates.h"

#include <fmt/format.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace certreg::drawn {
namespace {

int number_at(std::string_view text, std::size_t at, std::size_t length) {
  return std::stoi(std::string(text.substr(at, length)));
}

std::string ordinal_ending(int day) {
  if (day / 10 == 1) return "th";
  switch (day % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

// Letters in quotes are taken as they stand by ICU.
std::string with_ordinal(std::string pattern, int day) {
  const auto sign = pattern.find('~');
  if (sign != std::string::npos) pattern.replace(sign, 1, fmt::format("'{}'", ordinal_ending(day)));
  return pattern;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::ranges::count_if(text, [](unsigned char c) { return std::isdigit(c) != 0; }) == 8;
}

std::string write_date(std::string_view iso, const DateForm& form) {
  const bool capitals = form.pattern.starts_with('^');
  const int day = number_at(iso, 8, 2);
  const std::string pattern = with_ordinal(form.pattern.substr(capitals ? 1 : 0), day);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(form.language.c_str());
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), locale, status);
  calendar.set(number_at(iso, 0, 4), number_at(iso, 5, 2) - 1, day, 12, 0);
  icu::SimpleDateFormat writer(icu::UnicodeString::fromUTF8(pattern), locale, status);
  writer.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString written;
  writer.format(calendar.getTime(status), written);
  if (U_FAILURE(status) != 0) throw std::runtime_error(fmt::format("date form \"{}\"", form.pattern));
  if (capitals) written.toUpper(locale);
  std::string result;
  written.toUTF8String(result);
  return result;
}

}  // namespace certreg::drawn
