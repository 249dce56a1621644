// The request target, RFC 9112, 3.2, taken apart and percent-decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certreg::http {

struct Target {
  std::string path;
  std::vector<std::string> segments;
  std::vector<std::pair<std::string, std::string>> query;
};

// Origin form, absolute form with http or https (its authority is checked for being there and dropped), and
// "*" for OPTIONS. Nothing for other forms, a fragment, a broken percent-encoding, and text that is not UTF-8
// or holds NUL.
std::optional<Target> parse_target(std::string_view method, std::string_view text);

}  // namespace certreg::http
