// The one table of what the API can be asked.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "api/context.h"

namespace certreg::api {

enum class Where {
  Memory,            // answers from the catalogue and reference data, on the I/O thread
  MemoryUnlessPast,  // the same, but what was known in the past (known_at) is asked of the database
  MemoryOnPool,      // from the catalogue as well, and may block: what is long, or may ask the database
  Database,          // may block
};

enum class Replay {
  Never,    // reads, and what has its own way of being repeated (If-Match)
  Kept,     // an Idempotency-Key is honoured
  Refused,  // its answer holds a secret, so it cannot be kept
};

enum class Body {
  InMemory,
  OnDisk,  // handlers read it by Request::content()
};

struct Route {
  http::Method method;
  std::string_view path;       // "{name}" stands for one segment
  std::string_view operation;  // operationId of openapi.yaml
  Handler handler;
  std::optional<service::Role> role;  // none: public
  Where where = Where::Database;
  Replay replay = Replay::Never;
  std::uint64_t body_limit = 1U << 20;  // bytes
  Body body = Body::InMemory;
};

std::span<const Route> routes();

}  // namespace certreg::api
