// SIGTERM and SIGINT as something to wait for.
#pragma once

#include <csignal>

#include <chrono>

namespace certreg {

// Blocks both for the whole process: to be made before any other thread.
class StopSignals {
 public:
  StopSignals();
  void wait() const;
  bool wait_for(std::chrono::milliseconds limit) const;  // true: one came

 private:
  sigset_t set_{};
};

}  // namespace certreg
