#include "domain/roman_number.h"

#include <array>

namespace certreg {

std::optional<int> roman_number(std::string_view text) {
  constexpr std::array<std::string_view, 10> kUnits{"",  "i",  "ii",  "iii",  "iv",
                                                    "v", "vi", "vii", "viii", "ix"};
  constexpr int kMostTens = 3;
  int tens = 0;
  while (tens < kMostTens && text.starts_with('x')) {
    text.remove_prefix(1);
    ++tens;
  }
  for (int unit = 0; unit < 10; ++unit)
    if (text == kUnits[static_cast<std::size_t>(unit)] && tens + unit > 0) return 10 * tens + unit;
  return std::nullopt;
}

}  // namespace certreg
