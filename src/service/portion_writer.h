// Writes what is decided while more is decided: portions of one transaction, in their order, in a thread of
// their own once there is more than one.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "certreg/domain/supplier.h"
#include "certreg/store/database.h"
#include "certreg/store/register_changes.h"
#include "certreg/store/version_rows.h"

namespace certreg::service {

// What may refer to it is in the same portion or in a later one.
struct Portion {
  std::vector<Supplier> suppliers;  // new ones
  store::VersionRows versions;
  std::vector<store::RecordedChange> changes;
};

class PortionWriter {
 public:
  explicit PortionWriter(store::Transaction& transaction);
  // What was not written by finish() may be lost, and the transaction is not to be committed.
  ~PortionWriter();
  PortionWriter(const PortionWriter&) = delete;
  PortionWriter& operator=(const PortionWriter&) = delete;

  // The portion is written soon; waits while others wait. Throws what an earlier one failed with.
  void write(Portion portion);

  // The transaction for whoever holds this, between two portions. Throws as write() does.
  std::unique_lock<std::mutex> pause();

  // The last portion, and all is written. Throws what any failed with.
  void finish(Portion portion);

  // Of the portions that were written, in no order.
  std::vector<Supplier> take_suppliers();

 private:
  void run();
  void insert(Portion portion);
  void stop();

  store::Transaction& transaction_;
  std::mutex transaction_mutex_;
  std::vector<Supplier> suppliers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Portion> waiting_;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace certreg::service
