// Draws the look-up page.
#pragma once

#include <string>

#include "certreg/http/request.h"
#include "certreg/service/services.h"

namespace certreg::web {

struct Drawn {
  int status = 200;
  std::string html;
};

// The form, and when it was filled in, the answers or what is wrong with the question.
Drawn lookup_page(const http::Request& request, service::Services& services);

// What stands there when look-ups without a key are not open.
std::string closed_page();

}  // namespace certreg::web
