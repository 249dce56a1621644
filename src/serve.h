// Runs the service until it is told to stop.
#pragma once

#include <functional>
#include <string>

#include "config.h"
#include "log.h"

namespace certreg {

struct ServeHooks {
  std::function<void()> privileges_dropped;               // threads have not been started yet
  std::function<void(const std::string& address)> ready;  // service.json is written, requests are taken
};

// Blocks until SIGTERM or SIGINT, reloads the world at each SIGHUP, then ends in order: requests, imports,
// feed, PostgreSQL. A second signal does not wait for the requests. As root it becomes the service's user for
// good. To be called while the process has one thread. Throws what hinders the start; returns the exit code.
int serve(const Config& config, const Log& log, const ServeHooks& hooks);

}  // namespace certreg
