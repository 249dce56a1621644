// SPDX-License-Identifier: GPL-2.0-or-later
// Values of cells as text (ECMA-376 part 1, 18.8.30 for formats, 18.17.4 for dates).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certreg::worker {

enum class Shown { Number, Date, Time, DateAndTime };
enum class Epoch { Year1900, Year1904 };

// How a cell shows its number.
struct NumberFormat {
  Shown shown = Shown::Number;
  std::size_t digits =
      0;  // "00000": whole numbers with zeros before them to this length, as for register numbers
};

NumberFormat format_of_id(int id);                   // the ones that are built in
NumberFormat format_of_code(std::string_view code);  // "dd/mm/yyyy;@"

// "12.5", "0.3" for 0.30000000000000004 (15 digits, as spreadsheets have), "1000000" for 1E6; without
// exponent. Nothing when it is no number.
std::optional<std::string> number_text(std::string_view raw, const NumberFormat& format = {});

// "2027-01-31"; with "T12:30:00" when the format shows a time and the moment has one; "12:30:00" for a time
// alone. Nothing outside the years 1900 to 9999.
std::optional<std::string> moment_text(std::string_view raw, Shown shown, Epoch epoch);

// "_x000D_" and the like as the letters that they stand for; those that XML cannot hold are left out.
std::string unescaped(std::string_view text);

// 1 for "A7", 28 for "AB7"; 0 when it is no reference or beyond 16,384.
std::size_t column_in(std::string_view reference);
std::size_t row_in(std::string_view reference);  // 7 for "AB7"; 0 when it is none

}  // namespace certreg::worker
