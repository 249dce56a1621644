// Cells of CSV (RFC 4180) that spreadsheets open without harm.
#pragma once

#include <string>
#include <string_view>

namespace certreg::report {

// In quotes; one that a spreadsheet would take for a formula begins with an apostrophe.
void append_csv_cell(std::string& out, std::string_view text);

}  // namespace certreg::report
