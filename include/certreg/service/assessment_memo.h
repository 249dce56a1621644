// What was judged before, given again as long as everything it depends on is the very same: objects are
// compared by address and kept alive meanwhile, never by name. Thread-safe; bounded.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "certreg/domain/relationship_assessment.h"
#include "certreg/domain/relationship_record.h"
#include "certreg/service/current_world.h"
#include "certreg/service/services.h"

namespace certreg::service {

// All that an assessment depends on: what is not here must not be looked at by assess().
struct AssessmentBasis {
  RelationshipRecordPtr record;  // with its decisions and last review
  PolicyPtr policy;
  std::shared_ptr<const Reference> reference;
  Date on, today;
  KnownPartyPtr provider;
  std::vector<KnownPartyPtr> dependencies;  // in the relationship's order
  AssurancesPtr assurances;

  bool operator==(const AssessmentBasis&) const = default;
};

// What a relationship's findings were held against, when there was nothing to record about them: the same
// again leaves nothing to record again.
struct SettledFindings {
  AssessmentPtr assessment;  // of a day, with the decisions of its basis
  Date on;
  std::int64_t last_event = 0;  // of its findings; 0: there was none

  bool operator==(const SettledFindings&) const = default;
};

class AssessmentMemo {
 public:
  AssessmentMemo();
  ~AssessmentMemo();
  AssessmentMemo(const AssessmentMemo&) = delete;
  AssessmentMemo& operator=(const AssessmentMemo&) = delete;

  // As the catalogue knows it now: the same object as long as its supplier, its certificates, the sources
  // that speak for it and what came of searching them are the same. Null when it is unknown or retired.
  KnownPartyPtr party(const Services& services, const WorldData& world, const SupplierId& id);

  // The one that ships, of this world; the same object each time.
  PolicyPtr default_policy(const WorldData& world);

  // Null when the relationship was not judged by all of that last.
  AssessmentPtr find(const AssessmentBasis& basis);
  void keep(AssessmentBasis basis, AssessmentPtr assessment);  // in place of the relationship's last

  bool is_settled(const RelationshipId& id, const SettledFindings& findings);
  void settle(const RelationshipId& id, SettledFindings findings);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace certreg::service
