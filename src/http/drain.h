// Where the gate stands on its way down, and how far its workers have come.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

namespace certreg::http {

class Drain {
 public:
  enum class Phase {
    Open,
    Draining,  // remaining: connections with something unanswered or unsent
    Closing,   // remaining: connections
  };

  Phase phase() const { return phase_.load(std::memory_order_acquire); }
  std::size_t add_worker();  // its number; before the threads start
  void enter(Phase phase);
  void report(std::size_t worker, Phase phase, std::size_t remaining);
  // True when every worker has reported that nothing remains in this phase, false after `limit`.
  bool wait(Phase phase, std::chrono::milliseconds limit);

 private:
  struct Report {
    Phase phase = Phase::Open;
    std::size_t remaining = 0;
  };
  std::atomic<Phase> phase_{Phase::Open};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Report> reports_;
};

}  // namespace certreg::http
