// What speaks for and against two entities being one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/entity_facts.h"

namespace certreg {

struct NameEvidence {  // of the two names that are most alike
  EntityReason reason;
  double score = 0;
  bool is_part = false;  // one of them stands within a longer name
};

struct EntityEvidence {
  std::vector<IdentifierFinding> identifiers;
  std::optional<NameEvidence> name;
  std::string domain;             // of both, or empty
  double named_by_domain = 0;     // how alike one's domain is to the other's name
  bool is_country_known = false;  // of both
  bool is_abroad = false;         // two countries
  bool are_linked = false;        // as members of one group
  std::string asked_country, other_country;

  bool is_one_name() const { return points_to(EntityAnswer::SameEntity); }
  bool points_to(EntityAnswer answer) const { return name && name->reason.points_to == answer; }
  bool has(bool is_equal, bool is_local) const;  // an identifier that is so
};
EntityEvidence evidence_of(const EntityFacts& asked, const EntityFacts& other);

double entity_score(const EntityEvidence& evidence);

}  // namespace certreg
