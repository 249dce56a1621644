// How fast one key may ask: a token bucket for each, in memory.
#pragma once

#include <array>
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace certreg::api {

class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // 0: unlimited.
  explicit RateLimit(double requests_per_second) : rate_(requests_per_second) {}

  struct Answer {
    bool allowed = true;
    long remaining = 0;        // further requests that would be allowed at once
    long seconds_to_wait = 0;  // until one is allowed; 0 when it is
  };
  // Takes one token of `key`. Any thread.
  Answer take(const std::string& key, Time now);

  bool is_limited() const { return rate_ > 0; }
  long per_second() const { return static_cast<long>(rate_); }

 private:
  struct Bucket {
    double tokens;
    Time filled;
  };
  // Keys share a lock with few others, so that threads seldom meet at one.
  struct alignas(64) Shard {
    std::mutex mutex;
    std::unordered_map<std::string, Bucket> buckets;  // as many as there are keys
  };
  double rate_;
  std::array<Shard, 64> shards_;
};

}  // namespace certreg::api
