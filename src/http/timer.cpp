#include "http/timer.h"

#include <sys/timerfd.h>
#include <unistd.h>

#include <cstdint>

#include "certreg/domain/error.h"

namespace certreg::http {

Timer::Timer(std::chrono::milliseconds period)
    : fd_(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)) {
  if (fd_ < 0) throw Error(ErrorKind::Unavailable, "too many open files", "timerfd_create failed");
  const timespec interval{period.count() / 1000, (period.count() % 1000) * 1'000'000};
  const itimerspec repeated{interval, interval};
  ::timerfd_settime(fd_, 0, &repeated, nullptr);
}

Timer::~Timer() { ::close(fd_); }

void Timer::acknowledge() {
  std::uint64_t expirations = 0;
  [[maybe_unused]] const ssize_t size = ::read(fd_, &expirations, sizeof expirations);
}

}  // namespace certreg::http
