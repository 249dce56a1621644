// What changed about many suppliers at once.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "certreg/store/register_changes.h"

namespace certreg::store {

struct ChangesWanted {
  SupplierId supplier;
  std::optional<Instant> since;  // from; none: from the beginning
};

// Of each in its place, newest first, at most `limit`; of those before `until`, when that is stated.
std::vector<std::vector<RecordedChange>> changes_of_suppliers(Transaction& transaction,
                                                              std::span<const ChangesWanted> wanted,
                                                              const std::optional<Instant>& until, int limit);

}  // namespace certreg::store
