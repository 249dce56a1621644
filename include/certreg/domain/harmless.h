// Text of strangers, for people to look at. Pure.
#pragma once

#include <string>
#include <string_view>

namespace certreg {

// Control characters and those that turn the direction of text (Unicode TR 9) as U+FFFD; line breaks and tabs
// as blanks. Escaping for HTML is the template's business.
std::string harmless(std::string_view text);

}  // namespace certreg
