// Signing in with an API key, and out.
#pragma once

#include "web/attempts.h"
#include "web/sessions.h"
#include "web/visit.h"

namespace certreg::web {

inline constexpr const char* kSessionCookie = "certreg_session";

struct Door {
  Sessions sessions;
  Attempts attempts;
};

std::optional<Visitor> visitor_of(const http::Request& request, const service::Services& services,
                                  Door& door);

Drawn sign_in_form(const Visit& visit);
// `address`: the visitor's, for counting failures.
Drawn sign_in(const Visit& visit, Door& door, const std::string& address);
Drawn sign_out(const Visit& visit, Door& door);  // refused without the session's form token

Drawn redirect(const std::string& address);  // 303

}  // namespace certreg::web
