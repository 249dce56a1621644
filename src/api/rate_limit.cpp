#include "api/rate_limit.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace certreg::api {

RateLimit::Answer RateLimit::take(const std::string& key, Time now) {
  if (!is_limited()) return {};
  const double most = std::max(rate_, 1.0);
  auto& shard = shards_[std::hash<std::string>()(key) % shards_.size()];
  const std::lock_guard lock(shard.mutex);
  auto& bucket = shard.buckets.try_emplace(key, Bucket{most, now}).first->second;
  const auto passed = std::chrono::duration<double>(now - bucket.filled).count();
  bucket.tokens = std::min(most, bucket.tokens + std::max(passed, 0.0) * rate_);
  bucket.filled = now;
  if (bucket.tokens < 1)
    return {false, 0, std::max(1L, static_cast<long>(std::ceil((1 - bucket.tokens) / rate_)))};
  bucket.tokens -= 1;
  return {true, static_cast<long>(bucket.tokens), 0};
}

}  // namespace certreg::api
