// A bounded number of connections, made when they are needed.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "certreg/store/database.h"
#include "store/connection.h"

namespace certreg::store {

// Thread-safe.
class Pool {
 public:
  explicit Pool(DatabaseOptions options);

  // Throws Error Busy when none becomes free in time, Unavailable when no server answers.
  std::unique_ptr<Connection> take();

  // Every connection that was taken comes back here; the broken ones are dropped.
  void give_back(std::unique_ptr<Connection> connection);

  const DatabaseOptions& options() const { return options_; }

 private:
  void reserve(std::unique_lock<std::mutex>& lock);
  const DatabaseOptions options_;
  const ConninfoEntries conninfo_;
  const Statements statements_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t taken_ = 0;
};

}  // namespace certreg::store
