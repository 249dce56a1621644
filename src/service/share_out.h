// Work on many things, on all cores when there are enough of them.
#pragma once

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace certreg::service {

// Calls `work` with each number below `count`. Waits for all; throws what one of them threw.
template <class Work>
void share_out(std::size_t count, Work work) {
  constexpr std::size_t kSmallestShare = 64;  // that is worth a thread
  const std::size_t threads =
      std::clamp<std::size_t>(count / kSmallestShare, 1, std::max(1U, std::thread::hardware_concurrency()));
  std::vector<std::future<void>> others;
  for (std::size_t share = 1; share < threads; ++share)
    others.push_back(std::async(std::launch::async, [&, share] {
      for (std::size_t i = share; i < count; i += threads) work(i);
    }));
  for (std::size_t i = 0; i < count; i += threads) work(i);
  for (auto& other : others) other.get();
}

}  // namespace certreg::service
