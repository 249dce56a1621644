// One relationship's review, from its assessment and what the database keeps beside it.
#pragma once

#include <optional>

#include "certreg/domain/review.h"
#include "certreg/service/assessments.h"
#include "certreg/service/services.h"
#include "certreg/store/findings.h"
#include "certreg/store/reviews.h"

namespace certreg::service {

struct ReviewedParty {
  std::span<const CertificateRecord> certificates;
  std::span<const SourceSearch> searched;
};

struct ReviewMatter {
  AssessedRelationship assessed;
  ReviewedParty party;                         // the operator's
  std::vector<store::StoredFinding> findings;  // of the relationship
  std::optional<store::LastReview> last_review;
};

SupplierReview supplier_review(store::Transaction& transaction, const Policy& policy,
                               const Reference& reference, const AssessmentMoment& moment,
                               const ReviewMatter& matter);

}  // namespace certreg::service
