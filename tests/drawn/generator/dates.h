#pragma once

#include <string>
#include <string_view>

namespace certreg::drawn {

// How a date is written: an ICU pattern ("d. MMMM yyyy"), a language for its month names, and two signs of
// our own:
// "^" in front writes it in capitals, "~" stands for the English ordinal ending of the day ("d~ MMMM yyyy":
// 5th July 2024).
struct DateForm {
  std::string pattern;
  std::string language;
};

bool is_iso_date(std::string_view text);

// `iso` is YYYY-MM-DD; an unusable pattern is a std::runtime_error.
std::string write_date(std::string_view iso, const DateForm& form);

}  // namespace certreg::drawn
