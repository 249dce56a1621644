// All that is known of one relationship.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "certreg/domain/decision.h"

namespace certreg {

struct LastReview {
  Date on{std::chrono::sys_days{}};
  Instant prepared_at{};

  bool operator==(const LastReview&) const = default;
};

struct RelationshipRecord {
  Relationship relationship;        // the latest version
  std::vector<Decision> decisions;  // oldest first
  std::optional<LastReview> last_review;
};

using RelationshipRecordPtr = std::shared_ptr<const RelationshipRecord>;
using AssurancesPtr = std::shared_ptr<const std::vector<Assurance>>;  // of one supplier, never null
using PolicyPtr = std::shared_ptr<const Policy>;

}  // namespace certreg
