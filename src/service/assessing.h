// Gathers what is known of the parties of relationships and assesses them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "certreg/service/assessments.h"
#include "certreg/store/reviews.h"

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
  const Reference& reference() const { return *reference_; }

  struct KnownParty {
    std::optional<Supplier> supplier;
    std::vector<CertificateRecord> certificates;
    std::vector<SourceSearch> searched;
  };
  // Of those assessed last; null when it is unmatched or unknown.
  const KnownParty* party(const Party& party) const;

 private:
  KnownParty known_now(const SupplierId& id) const;
  KnownParty known_then(const SupplierId& id);
  void load_parties(const std::vector<Relationship>& relationships);
  std::map<RelationshipId, store::LastReview> last_reviews_of(
      const std::vector<AssessedRelationship>& assessed);
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
