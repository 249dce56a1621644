// The edge to time and chance for what waits between requests.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>

namespace certreg::fetch {

// Any number of threads may use one at once.
class Pace {
 public:
  using Time = std::chrono::steady_clock::time_point;

  virtual ~Pace() = default;
  virtual Time now() = 0;                                        // never goes back
  virtual std::chrono::system_clock::time_point calendar() = 0;  // for instants that others name
  virtual bool sleep_for(std::chrono::milliseconds time) = 0;    // false: stopped, before or on the way
  virtual double chance() = 0;                                   // evenly from [0, 1)
  virtual void stop() = 0;                                       // all sleep ends, for good
};

class SystemPace final : public Pace {
 public:
  Time now() override { return std::chrono::steady_clock::now(); }
  std::chrono::system_clock::time_point calendar() override { return std::chrono::system_clock::now(); }
  bool sleep_for(std::chrono::milliseconds time) override;
  double chance() override;
  void stop() override;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopped_ = false;
  std::mt19937_64 random_{std::random_device{}()};
};

}  // namespace certreg::fetch
