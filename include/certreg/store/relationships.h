// Relationships and assurances as chains of immutable versions. Every function works within the caller's
// transaction.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/assurance.h"
#include "certreg/domain/relationship.h"
#include "certreg/store/database.h"

namespace certreg::store {

// The form in which references of relationships are compared.
std::string relationship_key(std::string_view reference);

// A new version. Its reference is its own from now on, and free again once it is retired. Throws Conflict
// when another has the reference, or the version is there already.
void insert_relationship(Transaction& transaction, const Relationship& relationship);

// Latest versions, in the order of the ids; unknown ids are left out.
std::vector<Relationship> load_relationships(Transaction& transaction, std::span<const RelationshipId> ids);

// All versions, oldest first.
std::vector<Relationship> relationship_history(Transaction& transaction, const RelationshipId& id);

// Those that are not retired, in the order of ids, after `after`; as known at an instant when one is given.
std::vector<Relationship> relationships_after(Transaction& transaction, const RelationshipId& after,
                                              const std::optional<Instant>& known_at, int limit);

// Those that the supplier is part of, as supplier or provider.
std::vector<Relationship> relationships_of(Transaction& transaction, const SupplierId& supplier);

std::optional<RelationshipId> relationship_of_reference(Transaction& transaction, std::string_view reference);

void insert_assurance(Transaction& transaction, const Assurance& assurance);
std::optional<Assurance> load_assurance(Transaction& transaction, const AssuranceId& id);  // retired ones too
std::vector<Assurance> assurances_of(Transaction& transaction, std::span<const SupplierId> suppliers,
                                     const std::optional<Instant>& known_at);

}  // namespace certreg::store
