#include "web/visitor_network.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace certreg::web {
namespace {

constexpr std::size_t kNetworkBytes = 8, kMappedBytes = 12;  // of the sixteen of an IPv6 address

std::string_view last_field(const http::Request& request, std::string_view name) {
  std::string_view last;
  for (const auto& field : request.headers)
    if (http::is_same_name(field.name, name)) last = field.value;
  return last;
}

std::string_view last_item(std::string_view list) {
  constexpr std::string_view kBetween = ", \t";
  list = list.substr(0, list.find_last_not_of(kBetween) + 1);
  const auto before = list.find_last_of(kBetween);
  return before == std::string_view::npos ? list : list.substr(before + 1);
}

// Some proxies add the client's port.
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
  return std::count(text.begin(), text.end(), ':') == 1 ? text.substr(0, text.find(':')) : text;
}

std::optional<in_addr> v4_in(const std::string& text) {
  in_addr address{};
  return ::inet_pton(AF_INET, text.c_str(), &address) == 1 ? std::optional(address) : std::nullopt;
}

std::optional<in6_addr> v6_in(const std::string& text) {
  in6_addr address{};
  return ::inet_pton(AF_INET6, text.c_str(), &address) == 1 ? std::optional(address) : std::nullopt;
}

std::string text_of(int family, const void* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  return ::inet_ntop(family, address, text.data(), text.size()) != nullptr ? text.data() : std::string();
}

}  // namespace

std::string visitor_address(const http::Request& request, bool behind_proxy) {
  if (!behind_proxy) return request.peer;
  const std::string address(without_port(last_item(last_field(request, "X-Forwarded-For"))));
  return v4_in(address) || v6_in(address) ? address : request.peer;
}

std::string network_of(std::string_view address) {
  std::string text(address);
  auto v6 = v6_in(text);
  if (!v6) return text;
  if (IN6_IS_ADDR_V4MAPPED(&*v6)) return text_of(AF_INET, &v6->s6_addr[kMappedBytes]);
  std::fill(std::begin(v6->s6_addr) + kNetworkBytes, std::end(v6->s6_addr), std::uint8_t{0});
  return text_of(AF_INET6, &*v6) + "/64";
}

}  // namespace certreg::web
