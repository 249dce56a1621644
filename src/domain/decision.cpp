#include "certreg/domain/decision.h"

#include "domain/enum_names.h"

namespace certreg {

const std::vector<std::string_view>& decision_kind_names() {
  static const EnumNames names{"accept_risk",   "ask_supplier",      "replace_supplier", "not_applicable",
                               "confirm_scope", "confirm_successor", "withdraw"};
  return names;
}

const std::vector<std::string_view>& finding_state_names() {
  static const EnumNames names{"open", "accepted", "not_applicable", "compensated", "cured"};
  return names;
}

std::string_view to_string(DecisionKind kind) { return name_in(decision_kind_names(), kind); }
std::string_view to_string(FindingState state) { return name_in(finding_state_names(), state); }

const Decision* decision_on(std::span<const Decision> decisions, std::string_view finding_key, Date day) {
  const Decision* last = nullptr;
  for (const auto& decision : decisions)
    if (decision.finding_key == finding_key && day_of(decision.decided_at) <= day) last = &decision;
  if (last == nullptr || last->kind == DecisionKind::Withdraw) return nullptr;
  return last->until && day > *last->until ? nullptr : last;
}

FindingState state_of(const Finding& finding, const Decision* decision) {
  if (decision != nullptr && decision->kind == DecisionKind::NotApplicable)
    return FindingState::NotApplicable;
  if (decision != nullptr && decision->kind == DecisionKind::AcceptRisk) return FindingState::Accepted;
  return finding.compensated_by ? FindingState::Compensated : FindingState::Open;
}

bool is_settled(FindingState state, const Decision* decision) {
  return state != FindingState::Open || decision != nullptr;
}

}  // namespace certreg
