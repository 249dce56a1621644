// SIGTERM, SIGINT and SIGHUP as something to wait for.
#pragma once

#include <csignal>

#include <chrono>

namespace certreg {

// Blocks them for the whole process: to be made before any other thread.
class StopSignals {
 public:
  StopSignals();

  enum class Wish { Stop, Reload };  // SIGHUP is a wish to reload
  Wish wait() const;
  bool wait_for(std::chrono::milliseconds limit) const;  // true: one to stop came

 private:
  sigset_t set_{}, stop_{};
};

}  // namespace certreg
