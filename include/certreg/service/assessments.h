// Relationships judged by their policy: one, or a portfolio, on a day and as known at an instant.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "certreg/domain/relationship_assessment.h"
#include "certreg/domain/relationship_record.h"
#include "certreg/service/services.h"

namespace certreg::service {

struct AssessmentMoment {
  Date on;
  std::optional<Instant> known_at;  // none: what is known now
};

struct AssessedRelationship {
  RelationshipRecordPtr record;  // never null
  KnownPartyPtr provider;        // the operator; null: unmatched
  AssurancesPtr assurances;      // of the operator; never null
  AssessmentPtr assessment;      // never null

  const Relationship& relationship() const { return record->relationship; }
};

// What is known now comes from memory, what was known then from the database. NotFound.
AssessedRelationship assess_relationship(Services& services, const RelationshipId& id,
                                         const AssessmentMoment& moment);

// All that are current on the day, in the order of ids, a batch at a time, on all cores. With `policy` in
// place of the one that holds.
using TakeAssessed = std::function<void(std::vector<AssessedRelationship>)>;
void assess_portfolio(Services& services, const AssessmentMoment& moment, const TakeAssessed& take,
                      const Policy* policy = nullptr);

}  // namespace certreg::service
