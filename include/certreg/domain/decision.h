// What a person decided about a finding. Never changed; a later one on the same finding takes its place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/finding.h"

namespace certreg {

enum class DecisionKind {
  AcceptRisk,       // until a day
  AskSupplier,      // until a day by which an answer is due
  ReplaceSupplier,  // until a day by which it is replaced
  NotApplicable,
  ConfirmScope,  // a person read the scope: the service is in it, or is not
  ConfirmSuccessor,
  Withdraw,  // takes back the decision before
};

std::string_view to_string(DecisionKind kind);
const std::vector<std::string_view>& decision_kind_names();  // in the enumerators' order

struct Decision {
  DecisionId id;
  RelationshipId relationship;
  std::string finding_key;  // key_of()
  DecisionKind kind = DecisionKind::AcceptRisk;
  std::optional<Date> until;  // the last day on which it holds
  std::string reason;         // why; never empty
  DocumentId attachment;      // or empty
  // Of ConfirmScope: on which version, of which services, and what the person found.
  std::optional<VersionId> version_read;
  std::vector<std::string> services;
  bool in_scope = false;
  std::string decided_by;
  Instant decided_at{};
};

enum class FindingState { Open, Accepted, NotApplicable, Compensated, Cured };
std::string_view to_string(FindingState state);
const std::vector<std::string_view>& finding_state_names();

// The decision on the finding that holds on the day: the last one made, unless it was withdrawn or is past.
// `decisions`: of one relationship, oldest first.
const Decision* decision_on(std::span<const Decision> decisions, std::string_view finding_key, Date day);

// Of a finding that the day's assessment has.
FindingState state_of(const Finding& finding, const Decision* decision);

// Whether alerts about it stop: it was decided, whatever was decided.
bool is_settled(FindingState state, const Decision* decision);

}  // namespace certreg
