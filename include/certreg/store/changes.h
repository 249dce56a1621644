// What changed since, without gaps: read by transaction snapshot, not by the largest number seen, since a
// transaction with a smaller number may commit later.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "certreg/store/database.h"

namespace certreg::store {

struct Change {
  // "supplier", "certificate", "api_key", "user_account", "source" (by its name), "relationship" (or what
  // belongs to it), "supplier_assurances" (by the supplier), "policy" (by its version)
  std::string noun, id;
};

struct Position {
  std::string known;   // to ask from next time: before everything that commits from now on
  std::string latest;  // whoever is there knows all that has committed until now
};

struct ChangeSet {
  std::vector<Change> changes;            // each (noun, id) once; some may have been seen before
  std::vector<std::string> transactions;  // that made them; each is seen as a whole
  Position position;
};

Position current_position(Transaction& transaction);

// By which changes_since knows what the transaction changed.
std::string transaction_number(Transaction& transaction);

// `known`: transactions that are left out.
ChangeSet changes_since(Transaction& transaction, const std::string& position,
                        std::span<const std::string> known = {});

}  // namespace certreg::store
