// One question to one host and its answer; redirects are reported, not followed.
#pragma once

#include <chrono>
#include <span>
#include <string>

#include "certreg/fetch/http_fetcher.h"

namespace certreg::fetch {

enum class ExchangeEnd {
  Answered,        // the answer is whole, or its status alone decides and the rest was not read
  AddressRefused,  // every address that the name has, or one that had to be tried, is not public
  TooLarge,        // the body beyond its limit
  TooManyHeaders,  // the header beyond its limits
  Broken,          // name, connection, TLS, time, protocol
};

struct Exchange {
  ExchangeEnd end = ExchangeEnd::Broken;
  int status = 0;
  std::string location;  // as received, or empty
  std::string content_type, etag, last_modified;
  std::string body;    // of status 200 or 203 only
  std::string detail;  // of an end other than Answered
};

Exchange ask(const std::string& address, const FetchRequest& request, const HttpFetcherOptions& options,
             std::span<const Network> allowed_networks, std::chrono::milliseconds time_left);

}  // namespace certreg::fetch
