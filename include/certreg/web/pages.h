// The pages: look-up at `/`, a page a supplier at `/suppliers/{id}` (messages and calendars link to it), and
// sign-in. Drawn here; what little JavaScript there is only helps.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "certreg/http/application.h"
#include "certreg/http/request.h"
#include "certreg/http/response.h"
#include "certreg/service/oidc.h"
#include "certreg/service/services.h"

namespace certreg::web {

// What an administrator should know of, and visitors should not.
using PagesLog = std::function<void(std::string_view event, const std::string& detail)>;

struct PagesOptions {
  // Show pages without a key, as to a reader. Only for a service that nobody but this machine's users can
  // reach: then still refused to requests that name another host than this machine (DNS rebinding) or came
  // through a proxy.
  bool open_lookup = false;
  // X-Forwarded-Proto and the last address of X-Forwarded-For are believed; cookies are Secure where the
  // first says https.
  bool behind_proxy = false;
  std::chrono::hours session_lasts{12};  // from signing in, however busy it is
  service::OidcSignIn* oidc = nullptr;   // outlives the pages; null: nobody signs in elsewhere
  PagesLog log = {};
};

// Copies share one state: who is signed in is kept in memory and lost with the process. Thread-safe.
class Pages {
 public:
  Pages(service::Services& services, const PagesOptions& options);

  // By the head of a request: how long its body may be and where it is kept; refuses what its sender may not
  // send. Quick, memory only.
  http::Plan plan(const http::Request& head) const;

  // nullopt when the path is no page's. May ask the database, and block. Failures become pages; only what is
  // no Error is thrown.
  std::optional<http::Response> handle(const http::Request& request) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace certreg::web
