// What a handler works with.
#pragma once

#include <string>
#include <vector>

#include "certreg/api/api.h"
#include "certreg/http/request.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"

namespace certreg::api {

class Metrics;

struct Context {
  const http::Request& request;
  const std::vector<std::string>& parameters;  // of the path, in order
  const service::Actor& actor;                 // nobody's (empty name) on a public route
  service::Services& services;
  const ApiOptions& options;
  const Metrics& metrics;
};

// A handler answers or throws certreg::Error.
using Handler = http::Response (*)(const Context&);

}  // namespace certreg::api
