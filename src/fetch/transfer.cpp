#include "fetch/transfer.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

namespace certreg::fetch {
namespace {

std::optional<IpAddress> address_of(const curl_sockaddr& address) {
  if (address.family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, &address.addr, sizeof v4);
    std::array<std::uint8_t, 4> bytes;
    std::memcpy(bytes.data(), &v4.sin_addr, bytes.size());
    return IpAddress::v4(bytes);
  }
  if (address.family != AF_INET6 || address.addrlen < sizeof(sockaddr_in6)) return std::nullopt;
  sockaddr_in6 v6;
  std::memcpy(&v6, &address.addr, sizeof v6);
  std::array<std::uint8_t, 16> bytes;
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return IpAddress::v6(bytes);
}

bool may_connect(const IpAddress& address, std::span<const Network> allowed) {
  return is_public_address(address) || std::any_of(allowed.begin(), allowed.end(), [&](const auto& network) {
           return network.contains(address);
         });
}

// The place where the address is the one that is connected to, whatever a name meant a moment ago.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(data);
  const auto ip = address_of(*address);
  if (!ip || !may_connect(*ip, transfer.setting.allowed_networks)) {
    try {
      transfer.refused_address = ip ? ip->to_string() : "of an unknown family";
    } catch (const std::bad_alloc&) {
      return CURL_SOCKET_BAD;
    }
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t take_header(char*, std::size_t size, std::size_t count, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  const std::size_t bytes = size * count;
  transfer.header_bytes += bytes;
  ++transfer.headers;
  transfer.too_many_headers = transfer.headers > transfer.setting.options.max_headers ||
                              transfer.header_bytes > transfer.setting.options.max_header_bytes;
  return transfer.too_many_headers ? 0 : bytes;
}

std::size_t most_bytes(const Transfer& transfer) {
  const auto most = transfer.setting.options.max_body_bytes;
  return transfer.first_bytes > 0 ? std::min(transfer.first_bytes, most) : most;
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  const std::size_t length = size * count;
  transfer.body_unwanted = !has_wanted_body(status_of(transfer.handle));
  if (transfer.body_unwanted) return 0;
  const auto room = most_bytes(transfer) - transfer.body.size();
  transfer.has_enough = length > room && transfer.first_bytes > 0;
  transfer.too_large = length > room && !transfer.has_enough;
  if (transfer.too_large) return 0;
  try {
    transfer.body.append(bytes, std::min(length, room));
  } catch (const std::bad_alloc&) {
    return 0;
  }
  return transfer.has_enough ? 0 : length;
}

// Sees each piece before it is decoded: a stream may go on for ever and decode to nothing.
int watch(void* data, curl_off_t, curl_off_t received, curl_off_t, curl_off_t) {
  auto& transfer = *static_cast<Transfer*>(data);
  if (std::cmp_greater(received, transfer.setting.options.max_encoded_bytes)) transfer.too_large = true;
  return transfer.too_large || transfer.setting.stopping ? 1 : 0;
}

}  // namespace

long status_of(CURL* handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

void put_under_guard(EasyHandle& handle, Transfer& transfer) {
  transfer.handle = handle.get();
  handle.set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  handle.set(CURLOPT_OPENSOCKETDATA, &transfer);
  handle.set(CURLOPT_HEADERFUNCTION, &take_header);
  handle.set(CURLOPT_HEADERDATA, &transfer);
  handle.set(CURLOPT_WRITEFUNCTION, &take_body);
  handle.set(CURLOPT_WRITEDATA, &transfer);
  handle.set(CURLOPT_XFERINFOFUNCTION, &watch);
  handle.set(CURLOPT_XFERINFODATA, &transfer);
  handle.set(CURLOPT_NOPROGRESS, 0L);
}

}  // namespace certreg::fetch
