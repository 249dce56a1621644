// Counts that every thread raises: each thread has a stripe of its own, so that none waits for another's
// cache line.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace certreg::http {

inline constexpr std::size_t kStripes = 16;  // as many threads as a small machine has; more share them
inline constexpr std::size_t kStripeBytes = 64;

std::size_t stripe_of_this_thread() noexcept;  // below kStripes

class StripedCount {
 public:
  void add() noexcept { stripes_[stripe_of_this_thread()].count.fetch_add(1, std::memory_order_relaxed); }
  std::uint64_t total() const noexcept;

 private:
  struct alignas(kStripeBytes) Stripe {
    std::atomic<std::uint64_t> count{0};
  };
  std::array<Stripe, kStripes> stripes_{};
};

}  // namespace certreg::http
