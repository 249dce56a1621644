#include "mail/transfer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

namespace certreg::mail {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kFarewellTime{2};

bool is_loopback(const curl_sockaddr& address) {
  if (address.family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, &address.addr, sizeof v4);
    return ntohl(v4.sin_addr.s_addr) >> 24 == IN_LOOPBACKNET;
  }
  if (address.family != AF_INET6 || address.addrlen < sizeof(sockaddr_in6)) return false;
  sockaddr_in6 v6;
  std::memcpy(&v6, &address.addr, sizeof v6);
  const bool is_mapped = IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr);
  return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr) || (is_mapped && v6.sin6_addr.s6_addr[12] == IN_LOOPBACKNET);
}

std::string text_of(const curl_sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const auto* bytes = reinterpret_cast<const char*>(&address.addr);
  const auto offset =
      address.family == AF_INET ? offsetof(sockaddr_in, sin_addr) : offsetof(sockaddr_in6, sin6_addr);
  if (inet_ntop(address.family, bytes + offset, text.data(), text.size()) == nullptr)
    return "of an unknown family";
  return text.data();
}

// The place where the address is the one that is connected to, whatever a name meant a moment ago.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(data);
  if (transfer.options.tls == SmtpTls::PlainToLoopbackOnly && !is_loopback(*address)) {
    try {
      transfer.refused_address = text_of(*address);
    } catch (const std::bad_alloc&) {
      return CURL_SOCKET_BAD;
    }
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// A server that is never done with QUIT holds nobody up.
void hear_or_say(Transfer& transfer, curl_infotype kind, std::string_view line) {
  if (kind == CURLINFO_HEADER_IN) transfer.conversation.heard(line);
  if (kind != CURLINFO_HEADER_OUT) return;
  transfer.conversation.said(line);
  if (transfer.conversation.is_over())
    transfer.deadline = std::min(transfer.deadline, Clock::now() + kFarewellTime);
}

int listen(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  try {
    hear_or_say(transfer, kind, {bytes, size});
  } catch (const std::bad_alloc&) {
    transfer.is_out_of_memory = true;
  }
  return 0;
}

// libcurl's own time limit ends before QUIT.
int watch(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<const Transfer*>(data);
  return transfer.is_out_of_memory || transfer.stopping || Clock::now() >= transfer.deadline ? 1 : 0;
}

}  // namespace

void put_under_guard(EasyHandle& handle, Transfer& transfer) {
  handle.set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  handle.set(CURLOPT_OPENSOCKETDATA, &transfer);
  handle.set(CURLOPT_DEBUGFUNCTION, &listen);
  handle.set(CURLOPT_DEBUGDATA, &transfer);
  handle.set(CURLOPT_VERBOSE, 1L);  // what makes the function above be called
  handle.set(CURLOPT_XFERINFOFUNCTION, &watch);
  handle.set(CURLOPT_XFERINFODATA, &transfer);
  handle.set(CURLOPT_NOPROGRESS, 0L);
}

}  // namespace certreg::mail
