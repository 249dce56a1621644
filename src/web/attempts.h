// How often an address may try to sign in: after each failure it waits twice as long. Thread-safe.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "certreg/domain/date.h"
#include "certreg/domain/error.h"

namespace certreg::web {

class Attempts {
 public:
  static constexpr std::chrono::seconds kLongest{900};
  static constexpr std::size_t kMost =
      10'000;  // addresses; above it those that wait no more are forgotten first

  // Zero: it may try now, and the try counts as failed until it is told otherwise. Else the time to wait.
  std::chrono::seconds begin(const std::string& address, Instant now);
  void succeeded(const std::string& address);
  // The try that began then was none, since we could not look; failures before it count as they did.
  void take_back(const std::string& address, Instant began);

 private:
  struct Failures {
    int count = 0;
    Instant until{};   // no try before
    Instant before{};  // `until` before the last try
    Instant began{};   // the last try
  };
  void make_room(Instant now);

  std::mutex mutex_;
  std::unordered_map<std::string, Failures> all_;
};

// What `deed` returns. A try that we could not look at (Busy, Unavailable) is taken back, and its error goes
// on.
template <class Deed>
auto tried(Attempts& attempts, const std::string& address, Instant began, Deed deed) {
  try {
    return deed();
  } catch (const Error& error) {
    if (error.kind == ErrorKind::Busy || error.kind == ErrorKind::Unavailable)
      attempts.take_back(address, began);
    throw;
  }
}

}  // namespace certreg::web
