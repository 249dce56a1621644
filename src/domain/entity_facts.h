// A legal entity made ready to be compared with many.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "certreg/domain/entity_match.h"
#include "domain/entity_identifiers.h"
#include "domain/entity_name.h"

namespace certreg {

struct EntityFacts {
  SupplierId id;
  std::vector<SupplierId> group;
  std::vector<EntityName> names;
  EntityIdentifiers identifiers;
  std::vector<std::string> domains;      // registrable, of its own
  std::vector<EntityName> domain_names;  // what domains say as if it were a name; shared ones too
};
EntityFacts facts_of(const LegalEntity& entity);

EntityMatch match_facts(const EntityFacts& asked, const EntityFacts& other);
std::vector<RankedEntity> rank_facts(const EntityFacts& asked, std::span<const EntityFacts> candidates,
                                     std::size_t limit);

}  // namespace certreg
