#include "certreg/http/stripe.h"

namespace certreg::http {

std::size_t stripe_of_this_thread() noexcept {
  static std::atomic<std::size_t> threads{0};
  thread_local const std::size_t mine = threads.fetch_add(1, std::memory_order_relaxed) % kStripes;
  return mine;
}

std::uint64_t StripedCount::total() const noexcept {
  std::uint64_t sum = 0;
  for (const auto& stripe : stripes_) sum += stripe.count.load(std::memory_order_relaxed);
  return sum;
}

}  // namespace certreg::http
