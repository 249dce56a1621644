// What may stand in a mail's lines and texts. Pure.
#pragma once

#include <string_view>

namespace certreg::mail {

bool is_printable_ascii(std::string_view text);  // blanks included

// UTF-8 without control characters and without what some readers take for a line break (U+0085, U+2028,
// U+2029).
bool is_line(std::string_view text);

// The same, but tabs and line breaks may stand in it.
bool is_text(std::string_view text);

}  // namespace certreg::mail
