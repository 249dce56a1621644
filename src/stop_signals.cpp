#include "stop_signals.h"

#include <pthread.h>

#include <cerrno>

namespace certreg {

StopSignals::StopSignals() {
  sigemptyset(&set_);
  sigaddset(&set_, SIGTERM);
  sigaddset(&set_, SIGINT);
  pthread_sigmask(SIG_BLOCK, &set_, nullptr);
}

void StopSignals::wait() const {
  int signal = 0;
  while (sigwait(&set_, &signal) != 0) {
  }
}

bool StopSignals::wait_for(std::chrono::milliseconds limit) const {
  const timespec time{limit.count() / 1000, limit.count() % 1000 * 1'000'000};
  return sigtimedwait(&set_, nullptr, &time) > 0;
}

}  // namespace certreg
