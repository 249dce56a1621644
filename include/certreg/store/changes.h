// What changed since, without gaps: read by transaction snapshot, not by the largest number seen, since a
// transaction with a smaller number may commit later.
#pragma once

#include <string>
#include <vector>

#include "certreg/store/database.h"

namespace certreg::store {

struct Change {
  std::string noun, id;  // "supplier", "certificate", "api_key", "source" (by its name)
};

struct ChangeSet {
  std::vector<Change> changes;  // each (noun, id) once; some may have been seen before
  std::string position;         // to ask from next time
};

// The position before everything that commits from now on.
std::string current_position(Transaction& transaction);
ChangeSet changes_since(Transaction& transaction, const std::string& position);

}  // namespace certreg::store
