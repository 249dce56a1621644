// Asked by services and jobs only; the domain takes days as arguments.
#pragma once

#include "certreg/domain/date.h"

namespace certreg::service {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
  Date today() const { return day_of(now()); }
};

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  }
};

}  // namespace certreg::service
