#include "store/pool.h"

namespace certreg::store {

Pool::Pool(DatabaseOptions options)
    : options_(std::move(options)), conninfo_(complete_conninfo(options_)), statements_(options_.files) {}

std::unique_ptr<Connection> Pool::take() {
  std::unique_lock lock(mutex_);
  reserve(lock);
  while (!idle_.empty()) {
    std::unique_ptr<Connection> connection = std::move(idle_.back());
    idle_.pop_back();
    if (!connection->is_stale()) return connection;
  }
  lock.unlock();
  try {
    return std::make_unique<Connection>(conninfo_, statements_);
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void Pool::reserve(std::unique_lock<std::mutex>& lock) {
  if (!returned_.wait_for(lock, options_.pool_wait, [&] { return taken_ < options_.pool_size; }))
    throw Error(ErrorKind::Busy, "the database is busy", "no free connection");
  ++taken_;
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
  const bool reusable = connection && connection->is_idle();
  {
    const std::lock_guard lock(mutex_);
    --taken_;
    if (reusable) idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

}  // namespace certreg::store
