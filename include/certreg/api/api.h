// The REST API (openapi.yaml) as functions, with or without sockets in front.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "certreg/http/application.h"
#include "certreg/http/server.h"
#include "certreg/service/services.h"

namespace certreg::api {

// Answers requests for pages and their assets; nullopt when the path is not one of its own.
using Pages = std::function<std::optional<http::Response>(const http::Request&)>;

// How a request for a page is to be treated, by its head alone.
using PagePlan = std::function<http::Plan(const http::Request& head)>;

// Functions may be empty. They are called from several threads at once.
struct ApiOptions {
  double requests_per_second = 1000;  // a key; a key may save up as many. 0: unlimited
  // JSON objects, one a call, without the line's end: of failures, and of all that was asked.
  std::function<void(std::string_view line)> log, log_request;
  std::function<http::Counters()> counters;  // of the gate, for /metrics
  std::function<bool()> draining;            // true: /readyz says no
  Pages pages;
  PagePlan page_plan;  // empty: as small requests that may block
};

// Thread-safe. Copies share one state. `services` must outlive them all.
class Api {
 public:
  Api(service::Services& services, ApiOptions options);

  // How to treat a request, by its head alone; refuses a body that its sender may not send.
  http::Plan plan(const http::Request& head) const;

  // The whole answer: authentication, limits, handler, errors as problem documents. Throws nothing but
  // std::bad_alloc. Without sockets this is all that is needed.
  http::Response handle(const http::Request& request) const;

  // What stands behind http::Server.
  http::Application application() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// Api(services, options).application()
http::Application make_application(service::Services& services, ApiOptions options);

}  // namespace certreg::api
