// How often an address may try to sign in: after each failure it waits twice as long. Thread-safe.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "certreg/domain/date.h"

namespace certreg::web {

class Attempts {
 public:
  static constexpr std::chrono::seconds kLongest{900};
  static constexpr std::size_t kMost =
      10'000;  // addresses; above it those that wait no more are forgotten first

  // Zero: it may try now, and the try counts as failed until it is told otherwise. Else the time to wait.
  std::chrono::seconds begin(const std::string& address, Instant now);
  void succeeded(const std::string& address);

 private:
  struct Failures {
    int count = 0;
    Instant until{};  // no try before
  };
  void make_room(Instant now);

  std::mutex mutex_;
  std::unordered_map<std::string, Failures> all_;
};

}  // namespace certreg::web
