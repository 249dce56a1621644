// Relationships: what we buy, from whom. A company that the register does not know is kept as written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/entity_match.h"
#include "certreg/domain/relationship.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"

namespace certreg::service {

// A party without a supplier is matched when exactly one supplier bears its name to the letter of the law
// (normalise_name), unless it says that it is none; otherwise it stays unmatched.
Relationship create_relationship(Services& services, Relationship relationship, const Actor& actor);
Relationship correct_relationship(Services& services, const RelationshipId& id, int expected_version,
                                  Relationship relationship, const Actor& actor);
Relationship retire_relationship(Services& services, const RelationshipId& id, int expected_version,
                                 const std::string& reason, const Actor& actor);

Relationship find_relationship(Services& services, const RelationshipId& id);  // NotFound; retired ones too
std::vector<Relationship> relationship_history(Services& services, const RelationshipId& id);
std::vector<Relationship> list_relationships(Services& services, const RelationshipId& after, int limit);
std::vector<Relationship> relationships_of(Services& services, const SupplierId& supplier);

// Whom a company may be, the likeliest first: by LEI, VAT number, domain or name.
struct Suggestion {
  Supplier supplier;
  EntityMatch match;  // with what speaks for it and against it
};
struct PartyHints {
  std::string name, lei, vat, domain;
};
std::vector<Suggestion> suggest_suppliers(const Services& services, const PartyHints& hints);

// The one supplier whose identifier or whole name is the party's; none when there is no such, or several, or
// its identifiers are others.
std::optional<SupplierId> match_supplier(const Services& services, const PartyHints& hints);

}  // namespace certreg::service
