// One relationship's review, from its assessment and what the database keeps beside it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "certreg/domain/review.h"
#include "certreg/service/assessments.h"
#include "certreg/service/services.h"
#include "certreg/store/findings.h"

namespace certreg::service {

struct ReviewMatter {
  AssessedRelationship assessed;
  std::vector<store::StoredFinding> findings;  // of the relationship

  std::span<const RecordPtr> certificates() const {  // the operator's
    return assessed.provider ? std::span(assessed.provider->certificates) : std::span<const RecordPtr>();
  }
  const std::optional<LastReview>& last_review() const { return assessed.record->last_review; }
};

SupplierReview supplier_review(store::Transaction& transaction, const Policy& policy,
                               const Reference& reference, const AssessmentMoment& moment,
                               const ReviewMatter& matter);

}  // namespace certreg::service
