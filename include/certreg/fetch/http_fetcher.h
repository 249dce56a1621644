// Fetches over HTTP and HTTPS and trusts nobody: addresses come from pages that anyone may write, and answers
// from hosts that anyone may run.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "certreg/fetch/fetcher.h"
#include "certreg/fetch/network.h"
#include "certreg/fetch/poster.h"

namespace certreg::fetch {

// The addresses of a host's name. None: the system is asked.
using Resolver = std::function<std::vector<IpAddress>(const std::string& host)>;

struct HttpFetcherOptions {
  std::size_t max_body_bytes = 64U << 20;     // counted after decompression
  std::size_t max_encoded_bytes = 64U << 20;  // counted as they come
  std::size_t max_header_bytes = 64U << 10;
  std::size_t max_headers = 200;
  int max_redirects = 5;
  std::chrono::milliseconds total_time{60'000};  // over all redirects
  std::chrono::milliseconds post_time{20'000};   // of a post, as Standard Webhooks 1.0.0 asks: 15 to 30 s
  std::chrono::milliseconds connect_time{10'000};
  std::size_t slow_bytes_per_second = 200;  // a transfer that stays below for `slow_time` is given up
  std::chrono::seconds slow_time{20};
  std::vector<std::string> allowed_networks;  // "10.1.0.0/16": reached although they are not public
  std::vector<std::uint16_t> further_ports;   // besides 80 and 443
  Resolver resolver;                          // empty: the system; for pinned names and tests
  std::string user_agent = "certreg/0.1";
};

// Refused are: other schemes, credentials in an address, other ports, addresses that are not public (judged
// when the socket is opened, so that a name cannot change its meaning in between; no connection or name is
// used twice), a redirect from https to http, too many redirects, answers beyond a limit. Each redirect is
// judged like a first address. No proxy, no cookies, no stored credentials; certificates are verified;
// TLS 1.2 or later. What is posted goes to addresses that pass the same judgement, and follows no redirect.
// Any number of threads may call `fetch` and `post` at once.
class HttpFetcher final : public Fetcher, public Poster {
 public:
  explicit HttpFetcher(HttpFetcherOptions options = {});  // throws Error(Invalid) for a network that is none
  FetchResult fetch(const FetchRequest& request) override;
  PostResult post(const PostRequest& request) override;

  // From any thread: what is under way or comes later ends as Failed, within about a second.
  void stop() { stopping_ = true; }

 private:
  HttpFetcherOptions options_;
  std::atomic<bool> stopping_{false};
  std::vector<Network> allowed_networks_;
};

}  // namespace certreg::fetch
