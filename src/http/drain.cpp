#include "http/drain.h"

#include <algorithm>

namespace certreg::http {

std::size_t Drain::add_worker() {
  const std::lock_guard lock(mutex_);
  reports_.emplace_back();
  return reports_.size() - 1;
}

void Drain::enter(Phase phase) { phase_.store(phase, std::memory_order_release); }

void Drain::report(std::size_t worker, Phase phase, std::size_t remaining) {
  {
    const std::lock_guard lock(mutex_);
    reports_.at(worker) = {phase, remaining};
  }
  changed_.notify_all();
}

bool Drain::wait(Phase phase, std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, limit, [this, phase] {
    return std::ranges::all_of(
        reports_, [phase](const Report& report) { return report.phase == phase && report.remaining == 0; });
  });
}

}  // namespace certreg::http
