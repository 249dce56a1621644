// One relationship's review, from its assessment and what the database keeps beside it. Pure.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "certreg/domain/review.h"
#include "certreg/service/assessments.h"
#include "certreg/service/services.h"
#include "certreg/store/documents.h"
#include "certreg/store/findings.h"
#include "certreg/store/register_changes.h"

namespace certreg::service {

struct ReviewMatter {
  AssessedRelationship assessed;
  std::vector<store::StoredFinding> findings;  // of the relationship
  const std::map<CertificateId, std::vector<store::DocumentFacts>>& documents;
  std::vector<store::RecordedChange> changes;  // of the operator, since the last review, newest first

  std::span<const RecordPtr> certificates() const {  // the operator's
    return assessed.provider ? std::span(assessed.provider->certificates) : std::span<const RecordPtr>();
  }
  const std::optional<LastReview>& last_review() const { return assessed.record->last_review; }
};

SupplierReview supplier_review(const Policy& policy, const Reference& reference,
                               const AssessmentMoment& moment, const ReviewMatter& matter);

}  // namespace certreg::service
