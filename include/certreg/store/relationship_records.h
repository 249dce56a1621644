// Relationships with their decisions and last reviews, and suppliers' assurances, as the portfolio in memory
// holds them. Every function works within the caller's transaction.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "certreg/domain/relationship_record.h"
#include "certreg/store/database.h"
#include "certreg/store/share.h"

namespace certreg::store {

// What belongs to the relationships, in their order; as known at an instant when one is given.
std::vector<RelationshipRecord> with_records(Transaction& transaction,
                                             std::vector<Relationship> relationships,
                                             const std::optional<Instant>& known_at = {});

// Latest versions, retired ones too; unknown ids are left out.
std::vector<RelationshipRecord> load_relationship_records(Transaction& transaction,
                                                          std::span<const RelationshipId> ids);
void for_all_relationship_records(Transaction& transaction,
                                  const std::function<void(std::vector<RelationshipRecord>)>& take,
                                  Share share = {});

// An entry for each supplier that is asked for, empty when it has none. Retired assurances are left out.
using AssurancesBySupplier = std::map<SupplierId, std::vector<Assurance>>;
AssurancesBySupplier assurances_by_supplier(Transaction& transaction, std::span<const SupplierId> suppliers,
                                            const std::optional<Instant>& known_at = {});
void for_all_assurances(Transaction& transaction, const std::function<void(AssurancesBySupplier)>& take);

}  // namespace certreg::store
