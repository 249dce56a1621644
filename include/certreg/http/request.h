// A request as a handler sees it: complete, owning all its text, without a socket.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certreg/domain/held_bytes.h"
#include "certreg/http/header.h"

namespace certreg::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

struct Request {
  Method method = Method::Get;
  std::string method_text;                                 // as sent
  std::string target;                                      // as sent
  std::string path;                                        // decoded; "*" for OPTIONS *
  std::vector<std::string> segments;                       // of the path, each decoded; see below
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order, duplicates kept
  std::vector<Header> headers;                             // in order, values without outer blanks
  std::string body;                                        // without transfer coding
  HeldBytes held;    // a long body, in a file and not in `body`: see Plan::body_on_disk
  std::string peer;  // the client's address, without port

  // The first field of that name, or nullptr. Valid as long as `headers` is not changed.
  const std::string* header(std::string_view name) const;
  std::size_t count(std::string_view name) const;

  // The body, wherever it is.
  std::string_view content() const { return held.empty() ? std::string_view(body) : held.view(); }
};

// Segments are what stands between slashes: "/v1/a%2Fb" gives {"v1", "a/b"}, "/" gives {}, "/v1/" gives
// {"v1", ""}. Decoded text is valid UTF-8 without NUL; anything else was refused with 400 before a handler
// saw it.

}  // namespace certreg::http
