#pragma once

#include <chrono>

namespace certreg::http {

// A descriptor that becomes readable once a period.
class Timer {
 public:
  explicit Timer(std::chrono::milliseconds period);  // throws Error(Unavailable)
  ~Timer();
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  int fd() const { return fd_; }
  void acknowledge();

 private:
  int fd_;
};

}  // namespace certreg::http
