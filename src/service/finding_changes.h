// What became of a relationship's findings since they were recorded last. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "certreg/service/assessments.h"
#include "certreg/store/findings.h"

namespace certreg::service {

enum class FindingMove { Opened, Reopened, Changed, Cured };

struct FindingChange {
  FindingMove move = FindingMove::Opened;
  const store::StoredFinding* known = nullptr;  // null when it is new
  Finding finding;
  FindingState state = FindingState::Open;
  std::string cause;
};

// `assessed` of today; null when the relationship ended or was retired: `why_none` says so.
std::vector<FindingChange> finding_changes(const AssessedRelationship* assessed, const std::string& why_none,
                                           std::span<const store::StoredFinding> known, Date on);

}  // namespace certreg::service
