// Loads the catalogue from the store and keeps it by the change table: woken by NOTIFY, and polling in case
// one is lost.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "certreg/catalogue/catalogue.h"
#include "certreg/catalogue/reading.h"
#include "certreg/domain/date.h"
#include "certreg/store/changes.h"
#include "certreg/store/listener.h"

namespace certreg::service {

class KeyRing;

struct FeedState {
  bool loaded = false;
  bool database_up = false;
  std::string position;    // transaction position up to which the catalogue knows everything
  Instant caught_up_at{};  // when that was last so
  std::string error;       // why the last attempt failed, for the log and an administrator; empty: it did not
};

class CatalogueFeed {
 public:
  CatalogueFeed(store::Database& database, catalogue::Catalogue& catalogue, KeyRing& keys);
  ~CatalogueFeed();

  // Everything anew. Throws Error(Unavailable) when the database is away.
  void load();

  // What changed since, now. Called by a use case after its commit, so that its own instance shows the write
  // when the answer is sent. A database that went away meanwhile is no failure of the write: the follower
  // catches up.
  void refresh() noexcept;

  // Follows in a thread of its own until destruction or stop().
  void follow();
  void stop();

  FeedState state() const;

 private:
  void catch_up();
  template <class Change>
  void change_state(Change change);
  void put_searches(store::Transaction& transaction, const std::vector<std::string>& sources);
  void note_failure(const std::exception& failure) noexcept;
  void run();

  store::Database& database_;
  catalogue::Catalogue& catalogue_;
  KeyRing& keys_;
  store::Listener listener_;
  std::mutex reading_;
  std::mutex changing_state_;
  catalogue::Published<FeedState> state_;  // asked for by every request
  std::atomic<bool> stopping_{false};
  std::thread follower_;
};

}  // namespace certreg::service
