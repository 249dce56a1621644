// One field of a request's or an answer's head.
#pragma once

#include <string>
#include <string_view>

namespace certreg::http {

struct Header {
  std::string name, value;
};

// Field names are compared without regard to ASCII case (RFC 9110, 5.1).
bool is_same_name(std::string_view left, std::string_view right);

}  // namespace certreg::http
