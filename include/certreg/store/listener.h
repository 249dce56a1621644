// Waits for NOTIFY on a connection of its own.
#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include "certreg/store/database.h"

namespace certreg::store {

// A notification is only a nudge: what happened is read from a table. Nudges that come while nobody waits are
// gathered into one.
class Listener {
 public:
  // `statement` is the name of a file that says `listen <channel>`. Connects at the first wait().
  Listener(DatabaseOptions options, std::string_view statement);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // True when something may have happened: a notification came, wake() was called, or the connection was made
  // (anew) and some may have been missed. False after `timeout`, also when the database is away all the time.
  // A connection that breaks is made again here; never throws for that. One thread.
  bool wait(std::chrono::milliseconds timeout);

  // Ends a wait() from any thread, or the next one.
  void wake();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace certreg::store
