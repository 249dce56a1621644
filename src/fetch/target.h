// The address of one hop, judged before anything is sent to it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace certreg::fetch {

struct Target {
  std::string address;  // normalised, without fragment
  bool encrypted = false;
  std::string origin;  // scheme, host and port: "https://example.org", "http://[::1]:8080"
  std::string host;    // lower case, as it is spelled, without a dot at the end
  std::string port;
  std::string path;  // with the query
};

struct Refusal {
  std::string reason;  // a plain sentence; never repeats credentials
};

// Judged by libcurl's own parser, so that what is judged is what is then asked. Whether its port is allowed
// is another question.
std::variant<Target, Refusal> judge_address(std::string_view address);

// The same with the port: 80, 443 and `further_ports`.
std::variant<Target, Refusal> judge_target(std::string_view address,
                                           std::span<const std::uint16_t> further_ports);

// The same for where a Location header leads from `from` (RFC 3986, 5); from https to http is refused.
std::variant<Target, Refusal> judge_redirect(const Target& from, const std::string& location,
                                             std::span<const std::uint16_t> further_ports);

}  // namespace certreg::fetch
