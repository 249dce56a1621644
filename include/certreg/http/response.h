// What a handler answers.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "certreg/http/header.h"

namespace certreg::http {

// Appends some bytes to `out`; false when nothing more will come (what it appended then is still sent).
// Called on a pool thread, one call at a time, while little is unsent. When it throws, the connection is cut,
// so that no client takes the part for the whole. Destroyed on a pool thread, too, when the client went away.
using Chunks = std::function<bool(std::string& out)>;

// The body is `chunks` when set, else `shared` when set, else `body`. The gate itself writes Date,
// Connection, Content-Length and Transfer-Encoding; drops the body of answers to HEAD and of 204 and 304; and
// replaces an answer whose status, content type or headers cannot be sent (control characters, one of those
// four names) by a 500.
struct Response {
  int status = 200;
  std::string content_type;  // no field when empty
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<const std::string> shared;
  Chunks chunks;
  HeaderLines lines;  // sent after `headers`
};

}  // namespace certreg::http
