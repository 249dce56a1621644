// Well-formed UTF-8 (RFC 3629: shortest form, no surrogates, at most U+10FFFF). Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace certreg {

// Bytes of the character that `text` begins with; 0 when it begins with none. `text` is not empty.
std::size_t utf8_length(std::string_view text);

}  // namespace certreg
