// Time that passes only when somebody sleeps.
#pragma once

#include <mutex>
#include <vector>

#include "certreg/fetch/pace.h"

namespace certreg::fetch {

class FakePace final : public Pace {
 public:
  Time now() override {
    const std::lock_guard lock(mutex_);
    return Time(std::chrono::hours(1)) + passed_;
  }
  std::chrono::system_clock::time_point calendar() override {
    const std::lock_guard lock(mutex_);
    return std::chrono::sys_days(std::chrono::January / 31 / 2026) + passed_;
  }
  bool sleep_for(std::chrono::milliseconds time) override {
    const std::lock_guard lock(mutex_);
    if (time.count() > 0) slept_.push_back(time);
    passed_ += time;
    return !stopped_;
  }
  double chance() override { return chance_; }
  void stop() override {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }

  void set_chance(double chance) { chance_ = chance; }
  void pass(std::chrono::milliseconds time) {
    const std::lock_guard lock(mutex_);
    passed_ += time;
  }
  std::vector<std::chrono::milliseconds> slept() const {
    const std::lock_guard lock(mutex_);
    return slept_;
  }

 private:
  mutable std::mutex mutex_;
  std::chrono::milliseconds passed_{0};
  std::vector<std::chrono::milliseconds> slept_;
  double chance_ = 0.5;
  bool stopped_ = false;
};

}  // namespace certreg::fetch
