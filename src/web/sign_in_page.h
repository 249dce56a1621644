// Signing in, with name and password or with an API key, and out.
#pragma once

#include "certreg/service/oidc.h"
#include "web/attempts.h"
#include "web/sessions.h"
#include "web/visit.h"

namespace certreg::web {

inline constexpr const char* kSessionCookie = "certreg_session";

struct Door {
  service::OidcSignIn* oidc = nullptr;  // null: nobody signs in elsewhere
  Sessions sessions;
  Attempts attempts;       // by network_of()
  Attempts name_attempts;  // by the name that was typed, or the user whose password was
};

std::optional<Visitor> visitor_of(const http::Request& request, service::Services& services, Door& door);

Drawn sign_in_form(const Visit& visit, const Door& door);
// The same with what went wrong.
Drawn sign_in_form(const Visit& visit, const Door& door, int status, const std::string& problem);
// `network`: the visitor's, for counting failures.
Drawn sign_in(const Visit& visit, Door& door, const std::string& network);
Drawn sign_out(const Visit& visit, Door& door);  // refused without the session's form token

// From now on the visitor is `bearer`, whatever came before; the page leads to `to`.
Drawn enter(const Visit& visit, Door& door, Bearer bearer, const std::string& to);

// The page that the form, or else the address, says to lead to.
std::string wanted_page(const http::Request& request);

Drawn redirect(const std::string& address);  // 303

}  // namespace certreg::web
