// Text of several lines, for people to look at.
#pragma once

#include <string>

namespace certreg::web {

// Each line harmless by itself; line ends become "\n".
std::string text_lines(const std::string& text);

}  // namespace certreg::web
