// A part of a whole table, for one of several readers that each have a transaction of their own. All must
// look at one moment: pages are counted, and what is committed between two snapshots moves the ids after it.
#pragma once

#include <cstddef>
#include <string>

namespace certreg::store {

struct Share {
  std::size_t number = 0, of = 1;  // the first is 0
};

class Transaction;

// What a read-only transaction sees, for others to see the same. Holds while `transaction` is open.
std::string snapshot_of(Transaction& transaction);
// Before any other statement of a read-only transaction. Throws Error for one that no longer holds.
void see_as(Transaction& transaction, const std::string& snapshot);

}  // namespace certreg::store
