#pragma once

#include <string_view>

namespace certreg::http {

// The reason phrase of RFC 9110, 15; empty for a status that is not used here, which RFC 9112, 4 allows.
std::string_view reason(int status);

}  // namespace certreg::http
