// Why the gate itself refuses a request. `detail` is for the client and a literal.
#pragma once

#include <string_view>

namespace certreg::http {

struct Refusal {
  int status = 400;
  std::string_view detail;
};

}  // namespace certreg::http
