// The numbers, words and separators that dates are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg::reading {

struct DateToken {
  enum class Kind { Number, Word, Mark } kind;
  std::string text;        // digits in ASCII; words folded; marks as they stand
  std::size_t begin, end;  // bytes of the original
};

std::vector<DateToken> date_tokens(std::string_view text);  // blanks are left out

}  // namespace certreg::reading
