#include "http/inbox.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

#include "certreg/domain/error.h"

namespace certreg::http {

Inbox::Inbox() : fd_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (fd_ < 0) throw Error(ErrorKind::Unavailable, "too many open files", "eventfd failed");
}

Inbox::~Inbox() { ::close(fd_); }

void Inbox::wake() {
  const std::uint64_t one = 1;
  // It can only fail when the counter is full, and then the reader is awake.
  [[maybe_unused]] const ssize_t written = ::write(fd_, &one, sizeof one);
}

void Inbox::put(Letter letter) {
  {
    const std::lock_guard lock(mutex_);
    letters_.push_back(std::move(letter));
  }
  wake();
}

std::vector<Letter> Inbox::take() {
  std::uint64_t count = 0;
  [[maybe_unused]] const ssize_t size = ::read(fd_, &count, sizeof count);
  const std::lock_guard lock(mutex_);
  return std::exchange(letters_, {});
}

}  // namespace certreg::http
