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
};

struct Refusal {
  std::string reason;  // a plain sentence; never repeats credentials
};

// Judged by libcurl's own parser, so that what is judged is what is then asked.
std::variant<Target, Refusal> judge_target(std::string_view address,
                                           std::span<const std::uint16_t> further_ports);

// The same for where a Location header leads from `from` (RFC 3986, 5); from https to http is refused.
std::variant<Target, Refusal> judge_redirect(const Target& from, const std::string& location,
                                             std::span<const std::uint16_t> further_ports);

}  // namespace certreg::fetch
