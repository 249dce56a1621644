// One question to one host and its answer; redirects are reported, not followed.
#pragma once

#include <atomic>
#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "certreg/fetch/http_fetcher.h"
#include "fetch/target.h"

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
  std::string content_type, etag, last_modified, retry_after;
  std::string body;    // of status 200 or 203 only
  std::string detail;  // of an end other than Answered
};

struct Question {
  std::vector<std::string> header_lines;
  std::size_t first_bytes = 0;           // as in FetchRequest
  const std::string* content = nullptr;  // to be posted; null: the question is a GET
};

// What is the same for every question of a fetcher; outlives them all.
struct Setting {
  const HttpFetcherOptions& options;
  std::span<const Network> allowed_networks;
  const std::atomic<bool>& stopping;
};

Exchange ask(const Target& target, const Question& question, const Setting& setting,
             std::chrono::milliseconds time_left);

}  // namespace certreg::fetch
