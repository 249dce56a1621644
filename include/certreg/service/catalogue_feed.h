// Loads the catalogue, the portfolio, the keys and the users from the store and keeps them by the change
// table: woken by NOTIFY, and polling in case one is lost.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "certreg/catalogue/catalogue.h"
#include "certreg/catalogue/reading.h"
#include "certreg/domain/date.h"
#include "certreg/service/user_ring.h"
#include "certreg/store/changes.h"
#include "certreg/store/listener.h"

namespace certreg::service {

class KeyRing;

struct FeedState {
  bool loaded = false;      // look-ups are answered
  bool searchable = false;  // and so are searches by names and numbers
  bool database_up = false;
  std::string position;    // transaction position up to which the catalogue knows everything
  std::string latest;      // the position from which on all that is known now is
  Instant caught_up_at{};  // when that was last so
  std::string error;       // why the last attempt failed, for the log and an administrator; empty: it did not
};

// What a transaction wrote, for its own instance, so that it need not be read back.
struct Written {
  std::string transaction;                      // store::transaction_number
  std::vector<Supplier> suppliers;              // new ones
  std::vector<CertificateRecord> certificates;  // new ones, whole
  std::vector<CertificateId> changed;           // others, of which something is new
};

class CatalogueFeed {
 public:
  CatalogueFeed(store::Database& database, catalogue::Catalogue& catalogue, KeyRing& keys);
  ~CatalogueFeed();

  // Everything anew. Throws Error(Unavailable) when the database is away.
  void load();

  // The same in two steps: after the first all is known but what searching takes. follow() begins with the
  // second when it is still to be done.
  void load_records();
  void index_names();

  // What changed since, now. Called by a use case after its commit, so that its own instance shows the write
  // when the answer is sent. A database that went away meanwhile is no failure of the write: the follower
  // catches up.
  void refresh() noexcept;

  // Commits a transaction of many records and shows them soon, in the follower's thread, without reading them
  // back. `written` must tell of all that the transaction changed. Throws what commit() throws.
  void commit(store::Transaction& transaction, Written written);

  // The same in steps: from before the commit on, the feed waits for what is given after it, and says of
  // nothing later that it knows it. What is not given until the end is read from the database.
  class Handover {
   public:
    Handover(CatalogueFeed& feed, std::string transaction);
    ~Handover();
    Handover(const Handover&) = delete;
    Handover& operator=(const Handover&) = delete;
    void give(Written written);

   private:
    CatalogueFeed& feed_;
    std::string transaction_;
  };

  // Follows in a thread of its own until destruction or stop().
  void follow();
  void stop();

  FeedState state() const;

  UserRing& users() { return users_; }

  // Waits until the catalogue knows everything up to `position`; false when it still does not after `limit`,
  // and at once when not even the database is there.
  bool wait_for(std::uint64_t position, std::chrono::milliseconds limit);

  // For whoever must search and may wait, in the first seconds after a start. Throws Error(Unavailable) when
  // it takes longer than `limit`.
  void wait_until_searchable(std::chrono::milliseconds limit);

 private:
  void catch_up();
  template <class Read>
  void read_in_shares(store::Transaction& first, Read read);
  template <class Change>
  void change_state(Change change);
  void note_caught_up(std::string known, std::string latest);
  // Returns the transactions that will be handed over later.
  std::vector<std::string> put_written();
  void put_new(Written& written);
  void put_searches(store::Transaction& transaction, const std::vector<std::string>& sources);
  void load_portfolio(store::Transaction& first);
  void put_with_more(store::Transaction& first);
  std::size_t number_of_readers() const;
  void put_portfolio(store::Transaction& transaction, const std::vector<store::Change>& changes);
  void note_failure(const std::exception& failure) noexcept;
  void run();
  void follow_once();

  store::Database& database_;
  catalogue::Catalogue& catalogue_;
  KeyRing& keys_;
  UserRing users_;
  store::Listener listener_;
  std::mutex reading_;
  std::mutex changing_state_;
  std::condition_variable state_changed_;
  catalogue::Published<FeedState> state_;  // asked for by every request
  std::vector<std::string> known_;  // transactions since the position that need not be read; under reading_
  std::vector<CertificateId> changed_;  // of these transactions, to be read; under reading_
  std::mutex written_mutex_;
  std::vector<Written> written_;        // not in the catalogue yet
  std::vector<std::string> announced_;  // transactions of which somebody will tell
  std::size_t waiting_ = 0;             // records in it
  std::atomic<bool> stopping_{false};
  std::thread follower_;
};

}  // namespace certreg::service
