#pragma once

#include <string_view>

namespace certreg::http {

// Well-formed UTF-8 (RFC 3629: shortest form, no surrogates, at most U+10FFFF) without NUL.
bool is_plain_utf8(std::string_view text);

}  // namespace certreg::http
