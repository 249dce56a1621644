// Patterns of names and addresses in source definitions.
#pragma once

#include <string_view>

namespace certreg::service {

// "*" stands for any characters within a name, "**/" at the beginning for any folders.
bool matches_file(std::string_view pattern, std::string_view name);

// "*" stands for any characters. Linear in the text for each star.
bool matches_text(std::string_view pattern, std::string_view text);

// The same, the case of ASCII letters aside.
bool matches_words(std::string_view pattern, std::string_view text);

}  // namespace certreg::service
