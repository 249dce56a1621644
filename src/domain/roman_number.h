// Roman numbers as they count funds and companies.
#pragma once

#include <optional>
#include <string_view>

namespace certreg {

// 1 to 39 in lower case and in the usual form ("xiv"); nullopt for all else.
std::optional<int> roman_number(std::string_view text);

}  // namespace certreg
