// Whether a fetch that failed is worth another try, and when. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "certreg/fetch/fetcher.h"
#include "certreg/fetch/polite_fetcher.h"

namespace certreg::fetch {

// Failed for want of an answer or of its end, or with a status that may pass: 408, 429, 500, 502, 503, 504.
bool may_help_to_retry(const FetchResult& result);

// Of a Retry-After (RFC 9110, 10.2.3): seconds, or an HTTP date. nullopt: it makes no sense.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view text,
                                                      std::chrono::system_clock::time_point now);

struct Moment {
  std::chrono::system_clock::time_point now;
  std::chrono::milliseconds time_left;
  double chance;  // in [0, 1)
};

struct Retry {
  std::optional<std::chrono::milliseconds> wait;  // nullopt: no further try
  std::string reason;                             // why not, where the result does not say it; else empty
};

// After `result.tries` tries.
Retry next_try(const FetchResult& result, const Politeness& politeness, const Moment& moment);

}  // namespace certreg::fetch
