// The look-up page at `/`: a name, a standard and a service in, the six answers with their quotes out; and a
// page a supplier at `/suppliers/{id}`, which messages and calendars link to. Drawn here, without JavaScript.
#pragma once

#include <optional>

#include "certreg/http/request.h"
#include "certreg/http/response.h"
#include "certreg/service/services.h"

namespace certreg::web {

struct PagesOptions {
  // Answer look-ups without a key. Only for a service that nobody but this machine's users can reach: then
  // still refused to requests that name another host than this machine (DNS rebinding) or came through a
  // proxy.
  bool open_lookup = false;
};

// nullopt when the path is no page's. A supplier's page asks the database, and may block. Any thread. Throws
// what verification throws but for what the page itself shows (Invalid, NotFound).
std::optional<http::Response> handle_page(const http::Request& request, service::Services& services,
                                          const PagesOptions& options);

}  // namespace certreg::web
