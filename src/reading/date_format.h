// Dates in the one format that a table's mapping names.
#pragma once

#include <optional>
#include <string_view>

#include "certreg/domain/date.h"

namespace certreg::reading {

// A format holds YYYY, MM and DD once each, and separators: "DD.MM.YYYY".
bool is_date_format(std::string_view format);

// The whole text in that format, a day that exists; nullopt otherwise.
std::optional<Date> date_in_format(std::string_view text, std::string_view format);

}  // namespace certreg::reading
