// Gathers what is known of the parties of relationships and assesses them.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "certreg/service/assessments.h"

namespace certreg::service {

// What all relationships of one run are judged by and with. For one thread; assess() itself uses all cores.
class Assessing {
 public:
  // `policy`: in place of the one that holds; outlives this.
  Assessing(Services& services, store::Transaction& transaction, const AssessmentMoment& moment,
            const Policy* policy = nullptr);

  // Those of `relationships` that are current on the day, in their order.
  std::vector<AssessedRelationship> assess(std::vector<Relationship> relationships);

  const Policy& policy() const { return policy_; }

 private:
  struct KnownParty {
    std::optional<Supplier> supplier;
    std::vector<CertificateRecord> certificates;
    std::vector<SourceSearch> searched;
  };
  const KnownParty* party(const Party& party);
  KnownParty known_now(const SupplierId& id) const;
  KnownParty known_then(const SupplierId& id);
  void load_parties(const std::vector<Relationship>& relationships);
  void add_records(std::vector<AssessedRelationship>& assessed);
  Assessment judge(const AssessedRelationship& one, const std::optional<Date>& last_review) const;

  Services& services_;
  store::Transaction& transaction_;
  AssessmentMoment moment_;
  Policy policy_;
  std::shared_ptr<const Reference> reference_;
  std::map<SupplierId, KnownParty> parties_;
};

}  // namespace certreg::service
