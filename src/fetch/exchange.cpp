#include "fetch/exchange.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

#include "fetch/easy_handle.h"

namespace certreg::fetch {
namespace {

// What the callbacks see and decide during one transfer.
struct Transfer {
  const HttpFetcherOptions& options;
  std::span<const Network> allowed_networks;
  CURL* handle = nullptr;
  std::string body;
  std::size_t headers = 0, header_bytes = 0;
  std::string refused_address;
  bool too_large = false, too_many_headers = false, body_unwanted = false;
};

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
  if (!ip || !may_connect(*ip, transfer.allowed_networks)) {
    try {
      transfer.refused_address = ip ? ip->to_string() : "of an unknown family";
    } catch (const std::bad_alloc&) {
      return CURL_SOCKET_BAD;
    }
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

long status_of(CURL* handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

bool has_wanted_body(long status) { return status == 200 || status == 203; }

std::size_t take_header(char*, std::size_t size, std::size_t count, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  const std::size_t bytes = size * count;
  transfer.header_bytes += bytes;
  ++transfer.headers;
  transfer.too_many_headers = transfer.headers > transfer.options.max_headers ||
                              transfer.header_bytes > transfer.options.max_header_bytes;
  return transfer.too_many_headers ? 0 : bytes;
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  const std::size_t length = size * count;
  transfer.body_unwanted = !has_wanted_body(status_of(transfer.handle));
  if (transfer.body_unwanted) return 0;
  transfer.too_large = length > transfer.options.max_body_bytes - transfer.body.size();
  if (transfer.too_large) return 0;
  try {
    transfer.body.append(bytes, length);
  } catch (const std::bad_alloc&) {
    return 0;
  }
  return length;
}

void set_guards(EasyHandle& handle, Transfer& transfer) {
  handle.set(CURLOPT_PROTOCOLS_STR, "http,https");
  handle.set(CURLOPT_FOLLOWLOCATION, 0L);
  handle.set(CURLOPT_PROXY, "");  // the environment's would open the socket in our place, past the guard
  handle.set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  handle.set(CURLOPT_OPENSOCKETDATA, &transfer);
  handle.set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  handle.set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  handle.set(CURLOPT_HTTP09_ALLOWED, 0L);
}

void set_limits(EasyHandle& handle, const HttpFetcherOptions& options, std::chrono::milliseconds time_left) {
  handle.set(CURLOPT_NOSIGNAL, 1L);
  handle.set(CURLOPT_TIMEOUT_MS, static_cast<long>(time_left.count()));
  handle.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(time_left, options.connect_time).count()));
  handle.set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(options.slow_bytes_per_second));
  handle.set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.slow_time.count()));
  // Sees only the length that is announced; take_body counts what comes out of the decoder.
  handle.set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options.max_body_bytes));
}

HeaderLines headers_of(const FetchRequest& request) {
  HeaderLines lines;
  if (!request.accept.empty()) lines.add("Accept: " + request.accept);
  if (!request.if_none_match.empty()) lines.add("If-None-Match: " + request.if_none_match);
  if (!request.if_modified_since.empty()) lines.add("If-Modified-Since: " + request.if_modified_since);
  return lines;
}

// The status of an error or a redirect says all that is wanted: what became of its body does not matter.
bool is_answered(const Transfer& transfer, CURLcode code, int status) {
  return code == CURLE_OK || transfer.body_unwanted ||
         (code == CURLE_FILESIZE_EXCEEDED && !has_wanted_body(status));
}

void judge_end(const Transfer& transfer, CURLcode code, const char* error_text, Exchange& exchange) {
  if (is_answered(transfer, code, exchange.status)) {
    exchange.end = ExchangeEnd::Answered;
  } else if (transfer.too_large || code == CURLE_FILESIZE_EXCEEDED) {
    exchange.end = ExchangeEnd::TooLarge;
    exchange.detail = fmt::format("the content is larger than {} bytes", transfer.options.max_body_bytes);
  } else if (transfer.too_many_headers) {
    exchange.end = ExchangeEnd::TooManyHeaders;
    exchange.detail = "the answer's header is larger than allowed";
  } else if (exchange.status == 0 && !transfer.refused_address.empty()) {
    exchange.end = ExchangeEnd::AddressRefused;
    exchange.detail = fmt::format("the address {} is not on the public internet", transfer.refused_address);
  } else {
    exchange.end = ExchangeEnd::Broken;
    exchange.detail = *error_text != '\0' ? error_text : curl_easy_strerror(code);
  }
}

}  // namespace

Exchange ask(const std::string& address, const FetchRequest& request, const HttpFetcherOptions& options,
             std::span<const Network> allowed_networks, std::chrono::milliseconds time_left) {
  const auto lines = headers_of(request);
  Transfer transfer{.options = options, .allowed_networks = allowed_networks};
  std::array<char, CURL_ERROR_SIZE> error_text{};
  EasyHandle handle;  // last, since it may call back until it is gone
  transfer.handle = handle.get();
  handle.set(CURLOPT_URL, address.c_str());
  handle.set(CURLOPT_USERAGENT, options.user_agent.c_str());
  handle.set(CURLOPT_HTTPHEADER, lines.get());
  handle.set(CURLOPT_ACCEPT_ENCODING, "");
  handle.set(CURLOPT_ERRORBUFFER, error_text.data());
  handle.set(CURLOPT_HEADERFUNCTION, &take_header);
  handle.set(CURLOPT_HEADERDATA, &transfer);
  handle.set(CURLOPT_WRITEFUNCTION, &take_body);
  handle.set(CURLOPT_WRITEDATA, &transfer);
  set_guards(handle, transfer);
  set_limits(handle, options, time_left);

  const CURLcode code = curl_easy_perform(handle.get());
  Exchange exchange;
  exchange.status = static_cast<int>(status_of(handle.get()));
  judge_end(transfer, code, error_text.data(), exchange);
  if (exchange.end != ExchangeEnd::Answered) return exchange;
  exchange.location = handle.header("Location");
  exchange.content_type = handle.header("Content-Type");
  exchange.etag = handle.header("ETag");
  exchange.last_modified = handle.header("Last-Modified");
  exchange.body = std::move(transfer.body);
  return exchange;
}

}  // namespace certreg::fetch
