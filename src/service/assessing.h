// Gathers what is known of the parties of relationships and assesses them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "certreg/service/assessment_memo.h"
#include "certreg/service/assessments.h"
#include "service/verdict_memo.h"

namespace certreg::service {

// What all relationships of one run are judged by and with. For one thread; assess() itself uses all cores.
class Assessing {
 public:
  // As it is known now, from memory. `policy`: in place of the one that holds; outlives this.
  Assessing(Services& services, Date on, const Policy* policy = nullptr);

  // From the database: as it was known then, or with what the transaction itself has written.
  Assessing(Services& services, store::Transaction& transaction, const AssessmentMoment& moment,
            const Policy* policy = nullptr);

  // Those that are current on the day, in their order. `records` of memory or of the transaction, as this is.
  std::vector<AssessedRelationship> assess(std::vector<RelationshipRecordPtr> records);
  std::vector<AssessedRelationship> assess(std::vector<Relationship> relationships);  // of the transaction

  bool remembers() const { return remembers_; }  // assessments beyond this run

  // False once the policy in force, the reference data or the day are others.
  bool still_holds() const;

  const Policy& policy() const { return *policy_; }
  const Reference& reference() const { return *reference_; }

 private:
  Assessing(Services& services, store::Transaction* transaction, const AssessmentMoment& moment,
            const Policy* policy);
  KnownPartyPtr known_then(const SupplierId& id);
  KnownPartyPtr party(const Party& party) const;
  AssurancesPtr assurances_of(const KnownPartyPtr& party) const;
  void load_from_database(const std::vector<RelationshipRecordPtr>& records);
  AssessedRelationship judge(const RelationshipRecordPtr& record);
  AssessmentPtr assessment_by(const AssessmentBasis& basis) const;

  Services& services_;
  store::Transaction* transaction_;  // null: all is in memory
  AssessmentMoment moment_;
  Date today_;
  const WorldData& world_;
  PolicyPtr policy_;
  std::shared_ptr<const Reference> reference_;
  bool remembers_;
  std::unique_ptr<VerdictMemo> verdicts_;
  AskRegister ask_;
  std::map<SupplierId, KnownPartyPtr> parties_;     // as known then
  std::map<SupplierId, AssurancesPtr> assurances_;  // of the database
};

std::vector<RelationshipRecordPtr> shared(std::vector<RelationshipRecord> records);

}  // namespace certreg::service
