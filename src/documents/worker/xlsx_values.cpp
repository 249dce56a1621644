// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/xlsx_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "certreg/domain/date.h"

namespace certreg::worker {
namespace {

constexpr std::size_t kMaxColumns = 16'384;
constexpr std::size_t kMaxWholeDigits = 40;  // of a number without exponent; beyond it stays as it is
constexpr double kLastDay = 2'957'003;       // in the year 9999 by either epoch
constexpr int kSecondsADay = 86'400;

std::optional<double> parse_number(std::string_view raw) {
  if (raw.starts_with('+')) raw.remove_prefix(1);
  double value = 0;
  auto [end, problem] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
  if (raw.empty() || problem != std::errc() || end != raw.data() + raw.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "1.5e-07" as "0.00000015", "1e+20" as 1 and 20 zeros.
std::string without_exponent(const std::string& text) {
  const auto mark = text.find('e');
  if (mark == std::string::npos) return text;
  const int exponent = std::stoi(text.substr(mark + 1));
  if (std::abs(exponent) > static_cast<int>(kMaxWholeDigits)) return text;
  const std::string sign = text.starts_with('-') ? "-" : "";
  std::string digits = text.substr(sign.size(), mark - sign.size());
  const auto point = std::min(digits.find('.'), digits.size());
  std::erase(digits, '.');
  const int place = static_cast<int>(point) + exponent;
  if (place <= 0) return sign + "0." + std::string(static_cast<std::size_t>(-place), '0') + digits;
  const auto whole = static_cast<std::size_t>(place);
  if (whole >= digits.size()) return sign + digits + std::string(whole - digits.size(), '0');
  return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

// The letters of a format's first section that mean something: no strings, escapes, colours or locales.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char letter = code[at];
    if (letter == '"' || letter == '[') {
      at = std::min(code.find(letter == '"' ? '"' : ']', at + 1), code.size());
    } else if (letter == '\\' || letter == '_' || letter == '*') {
      ++at;
    } else {
      letters += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    }
  }
  return letters;
}

// A duration: hours, minutes or seconds beyond a day. Shown as the number that it is.
bool counts_elapsed_time(std::string_view code) {
  for (const char* mark : {"[h", "[m", "[s", "[H", "[M", "[S"}) {
    const auto at = code.find(mark);
    if (at == std::string_view::npos) continue;
    const auto end = code.find_first_not_of(code.substr(at + 1, 1), at + 1);
    if (end != std::string_view::npos && code[end] == ']') return true;
  }
  return false;
}

std::string clock_text(int second) {
  return fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
}

// The 1900 system counts a 29 February 1900 that never was as day 60.
std::string day_text(int serial, Epoch epoch) {
  using namespace std::chrono;
  if (epoch == Epoch::Year1904) return Date(sys_days{year{1904} / 1 / 1} + days{serial}).to_string();
  return Date(sys_days{year{1899} / 12 / 30} + days{serial < 60 ? serial + 1 : serial}).to_string();
}

std::size_t hex_value(std::string_view digits) {
  unsigned value = 0;
  auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return problem == std::errc() && end == digits.data() + digits.size() ? value : std::string::npos;
}

bool is_kept(std::size_t letter) {
  return letter == '\t' || letter == '\n' || letter == '\r' || (letter >= 0x20 && letter < 0xD800);
}

void append_utf8(std::string& text, std::size_t letter) {
  auto byte = [&text](std::size_t value) { text += static_cast<char>(value); };
  if (letter < 0x80) return byte(letter);
  if (letter < 0x800) {
    byte(0xC0 | letter >> 6);
  } else {
    byte(0xE0 | letter >> 12);
    byte(0x80 | (letter >> 6 & 0x3F));
  }
  byte(0x80 | (letter & 0x3F));
}

}  // namespace

NumberFormat format_of_id(int id) {
  if (id == 22) return {Shown::DateAndTime};
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
      (id >= 57 && id <= 58))
    return {Shown::Date};
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 55 && id <= 56)) return {Shown::Time};
  return {};
}

NumberFormat format_of_code(std::string_view code) {
  if (counts_elapsed_time(code)) return {};
  const std::string letters = letters_of(code);
  if (letters.size() > 1 && letters.find_first_not_of('0') == std::string::npos)
    return {Shown::Number, letters.size()};
  if (letters == "general") return {};
  const bool has_day = letters.find_first_of("yd") != std::string::npos;
  const bool has_time = letters.find_first_of("hs") != std::string::npos;
  if (has_day) return {has_time ? Shown::DateAndTime : Shown::Date};
  if (has_time) return {Shown::Time};
  return {letters.find('m') != std::string::npos ? Shown::Date : Shown::Number};
}

std::optional<std::string> number_text(std::string_view raw, const NumberFormat& format) {
  auto value = parse_number(raw);
  if (!value) return std::nullopt;
  std::string text = is_digits(raw) ? std::string(raw) : without_exponent(fmt::format("{:.15g}", *value));
  if (text == "-0") text = "0";
  if (is_digits(text) && text.size() < format.digits) text.insert(0, format.digits - text.size(), '0');
  return text;
}

std::optional<std::string> moment_text(std::string_view raw, Shown shown, Epoch epoch) {
  auto value = parse_number(raw);
  if (!value || *value < 0 || *value >= kLastDay) return std::nullopt;
  const double whole = std::floor(*value);
  const auto seconds = static_cast<int>(std::lround((*value - whole) * kSecondsADay));
  const int day = static_cast<int>(whole) + seconds / kSecondsADay, second = seconds % kSecondsADay;
  if (shown == Shown::Time && day == 0) return clock_text(second);
  if (day == 0 && epoch == Epoch::Year1900) return std::nullopt;
  const bool has_time = shown != Shown::Date && second != 0;
  return day_text(day, epoch) + (has_time ? "T" + clock_text(second) : "");
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_marked = text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_';
    const std::size_t letter = is_marked ? hex_value(text.substr(at + 2, 4)) : std::string::npos;
    if (letter == std::string::npos) {
      result += text[at];
      continue;
    }
    if (is_kept(letter)) append_utf8(result, letter);
    at += 6;
  }
  return result;
}

std::size_t column_in(std::string_view reference) {
  std::size_t column = 0;
  for (char letter : reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
    if (column > kMaxColumns) return 0;
  }
  return column;
}

std::size_t row_in(std::string_view reference) {
  const auto start = std::min(reference.find_first_of("0123456789"), reference.size());
  std::size_t row = 0;
  auto [end, problem] = std::from_chars(reference.data() + start, reference.data() + reference.size(), row);
  return problem == std::errc() && end == reference.data() + reference.size() ? row : 0;
}

}  // namespace certreg::worker
