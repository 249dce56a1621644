#include "fetch/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "certreg/domain/names.h"
#include "fetch/url.h"

namespace certreg::fetch {
namespace {

constexpr std::size_t kLongestAddress = 4096;

bool is_allowed_port(const std::string& text, std::span<const std::uint16_t> further) {
  unsigned port = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), port);
  if (result.ec != std::errc()) return false;
  return port == 80 || port == 443 || std::find(further.begin(), further.end(), port) != further.end();
}

std::string origin_of(const Url& url, const std::string& scheme) {
  const auto port = part_of(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  return scheme + "://" + lower_case(part_of(url, CURLUPART_HOST).value_or("")) + (port ? ":" + *port : "");
}

std::string path_of(const Url& url) {
  const auto query = part_of(url, CURLUPART_QUERY);
  return part_of(url, CURLUPART_PATH).value_or("/") + (query ? "?" + *query : "");
}

// The text itself when it makes no sense: it is judged next.
std::string resolve(const std::string& base, const std::string& location) {
  const Url url = new_url();
  if (curl_url_set(url.get(), CURLUPART_URL, base.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return location;
  if (curl_url_set(url.get(), CURLUPART_URL, location.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return location;
  return part_of(url, CURLUPART_URL).value_or(location);
}

}  // namespace

std::variant<Target, Refusal> judge_address(std::string_view address) {
  if (address.size() > kLongestAddress) return Refusal{"the address is too long"};
  if (address.find('\0') != std::string_view::npos) return Refusal{"the address is malformed"};
  const Url url = new_url();
  const auto result = curl_url_set(url.get(), CURLUPART_URL, std::string(address).c_str(),
                                   CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE);
  if (result != CURLUE_OK)
    return Refusal{fmt::format("the address is malformed: {}", curl_url_strerror(result))};
  const auto scheme = part_of(url, CURLUPART_SCHEME).value_or("");
  if (scheme != "http" && scheme != "https") return Refusal{"only http and https addresses are fetched"};
  if (part_of(url, CURLUPART_USER) || part_of(url, CURLUPART_PASSWORD))
    return Refusal{"the address contains credentials"};
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const auto whole = part_of(url, CURLUPART_URL);
  if (!whole || !is_clean_text(*whole, kLongestAddress)) return Refusal{"the address is malformed"};
  return Target{.address = *whole,
                .encrypted = scheme == "https",
                .origin = origin_of(url, scheme),
                .host = host_in(url),
                .port = part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT).value_or(""),
                .path = path_of(url)};
}

std::variant<Target, Refusal> judge_target(std::string_view address,
                                           std::span<const std::uint16_t> further_ports) {
  auto judged = judge_address(address);
  const auto* target = std::get_if<Target>(&judged);
  if (target && !is_allowed_port(target->port, further_ports))
    return Refusal{fmt::format("port {} is not allowed", target->port)};
  return judged;
}

std::variant<Target, Refusal> judge_redirect(const Target& from, const std::string& location,
                                             std::span<const std::uint16_t> further_ports) {
  auto judged = judge_target(resolve(from.address, location), further_ports);
  if (auto* refusal = std::get_if<Refusal>(&judged)) return Refusal{"redirected: " + refusal->reason};
  if (from.encrypted && !std::get<Target>(judged).encrypted) return Refusal{"redirected: from https to http"};
  return judged;
}

}  // namespace certreg::fetch
