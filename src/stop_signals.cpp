#include "stop_signals.h"

#include <pthread.h>

#include <cerrno>

namespace certreg {

StopSignals::StopSignals() {
  sigemptyset(&stop_);
  sigaddset(&stop_, SIGTERM);
  sigaddset(&stop_, SIGINT);
  set_ = stop_;
  sigaddset(&set_, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &set_, nullptr);
}

StopSignals::Wish StopSignals::wait() const {
  int signal = 0;
  while (sigwait(&set_, &signal) != 0) {
  }
  return signal == SIGHUP ? Wish::Reload : Wish::Stop;
}

bool StopSignals::wait_for(std::chrono::milliseconds limit) const {
  const timespec time{limit.count() / 1000, limit.count() % 1000 * 1'000'000};
  return sigtimedwait(&stop_, nullptr, &time) > 0;
}

}  // namespace certreg
