#include "certreg/store/listener.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <system_error>

#include "store/connection.h"

namespace certreg::store {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kFirstPause{100};
constexpr milliseconds kLongestPause{5'000};

int remaining_ms(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

}  // namespace

class Listener::Impl {
 public:
  Impl(DatabaseOptions options, std::string_view statement)
      : conninfo_(complete_conninfo(options)), statements_(options.files), statement_(statement) {
    statements_.text(statement_);
    wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (wake_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  }
  ~Impl() { close(wake_); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  bool wait(milliseconds timeout);
  void wake() const { eventfd_write(wake_, 1); }

 private:
  enum class Event { None, Woken, Readable };
  bool connect();
  Event wait_for_event(int socket, Clock::time_point deadline) const;
  bool take_notifications();
  const ConninfoEntries conninfo_;
  const Statements statements_;
  const std::string statement_;
  int wake_ = -1;
  milliseconds pause_ = kFirstPause;
  std::unique_ptr<Connection> connection_;
};

bool Listener::Impl::wait(milliseconds timeout) {
  const auto deadline = Clock::now() + timeout;
  do {
    if (!connection_) {
      if (connect()) return true;
      const auto pause_end = std::min(deadline, Clock::now() + pause_);
      pause_ = std::min(pause_ * 2, kLongestPause);
      if (wait_for_event(-1, pause_end) == Event::Woken) return true;
      continue;
    }
    // The answer to another statement may have brought notifications along.
    if (take_notifications()) return true;
    if (connection_ && wait_for_event(PQsocket(connection_->raw()), deadline) == Event::Woken) return true;
    if (take_notifications()) return true;
  } while (Clock::now() < deadline);
  return false;
}

bool Listener::Impl::connect() {
  try {
    auto connection = std::make_unique<Connection>(conninfo_, statements_);
    connection->run(statement_, {});
    connection_ = std::move(connection);
    pause_ = kFirstPause;
    return true;
  } catch (const Error&) {
    return false;
  }
}

Listener::Impl::Event Listener::Impl::wait_for_event(int socket, Clock::time_point deadline) const {
  std::array<pollfd, 2> waited{pollfd{wake_, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
  if (poll(waited.data(), waited.size(), remaining_ms(deadline)) <= 0) return Event::None;
  eventfd_t count = 0;
  if (waited[0].revents && eventfd_read(wake_, &count) == 0) return Event::Woken;
  return Event::Readable;
}

bool Listener::Impl::take_notifications() {
  if (!connection_) return false;
  PGconn* raw = connection_->raw();
  const bool alive = PQconsumeInput(raw) && PQstatus(raw) == CONNECTION_OK;
  bool any = false;
  while (PGnotify* notification = PQnotifies(raw)) {
    PQfreemem(notification);
    any = true;
  }
  if (!alive) connection_.reset();
  return any;
}

Listener::Listener(DatabaseOptions options, std::string_view statement)
    : impl_(std::make_unique<Impl>(std::move(options), statement)) {}

Listener::~Listener() = default;

bool Listener::wait(milliseconds timeout) { return impl_->wait(timeout); }

void Listener::wake() { impl_->wake(); }

}  // namespace certreg::store
