#include "service/finding_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace certreg::service {
namespace {

using ByKey = std::map<std::string, const store::StoredFinding*>;

std::string cause_of(const Decision* decision, FindingState state, const std::string& otherwise) {
  if (state == FindingState::Compensated) return "an assurance stands in for it";
  if (decision == nullptr) return otherwise;
  return fmt::format("{} by {}: {}", to_string(decision->kind), decision->decided_by, decision->reason);
}

// The decision that held yesterday and holds no more.
std::string ended_decision(const AssessedRelationship& assessed, const std::string& key, Date on) {
  const auto* before = decision_on(assessed.record->decisions, key, on.plus_days(-1));
  if (before == nullptr || !before->until) return "the decision no longer holds";
  return fmt::format("the decision of {} held until {}", day_of(before->decided_at).to_string(),
                     before->until->to_string());
}

// What a person would see differently: the words of a countdown are none of it.
bool differs(const Finding& left, const Finding& right) {
  return left.severity != right.severity || left.due != right.due || left.since != right.since ||
         left.compensated_by != right.compensated_by || left.certificate != right.certificate;
}

std::string answer_in_words(const StandardAnswer& answer) {
  const auto& certificate = answer.verdict->deciding().certificate;
  if (!certificate) return "the question is answered otherwise now";
  const auto end = end_of(answer);
  return fmt::format("{} {} answers it{}", certificate->standard_printed, certificate->number,
                     end ? ", until " + end->to_string() : std::string());
}

std::string cause_of_cure(const AssessedRelationship& assessed, const Finding& finding) {
  if (finding.standard.empty()) return "it is no longer found";
  for (const auto& answer : assessed.assessment->answers)
    if (answer.standard == finding.standard)
      return answer.verdict == nullptr
                 ? "nothing is known of its certificates any more: it is not matched to a supplier"
                 : "it is no longer found: " + answer_in_words(answer);
  return "the policy no longer asks for it";
}

// Counted from the day on which it was opened; a finding that grew more severe is due sooner.
Date due_of(const Finding& finding, const store::StoredFinding* known, Date on) {
  const bool goes_on = known != nullptr && known->state != FindingState::Cured;
  const auto due = due_by(finding.severity, goes_on ? known->opened_on : on);
  return goes_on && known->finding.due ? std::min(due, *known->finding.due) : due;
}

std::optional<FindingChange> change_of(const AssessedRelationship& assessed, const Finding& finding,
                                       const store::StoredFinding* known, Date on) {
  const auto key = key_of(finding);
  const auto* decision = decision_on(assessed.record->decisions, key, on);
  const auto state = state_of(finding, decision);
  FindingChange change{FindingMove::Changed, known, finding, state, {}};
  if (!finding.due) change.finding.due = due_of(finding, known, on);
  if (known == nullptr || known->state == FindingState::Cured) {
    change.move = known == nullptr ? FindingMove::Opened : FindingMove::Reopened;
    change.cause = cause_of(decision, state, finding.sentence);
    return change;
  }
  if (known->state != state) {
    const bool opens = state == FindingState::Open;
    change.move = opens ? FindingMove::Reopened : FindingMove::Changed;
    change.cause = opens ? ended_decision(assessed, key, on) : cause_of(decision, state, "it was decided");
    return change;
  }
  if (!differs(known->finding, change.finding)) return std::nullopt;
  change.cause = finding.sentence;
  return change;
}

void add_cured(const AssessedRelationship* assessed, const std::string& why_none, const ByKey& left,
               std::vector<FindingChange>& changes) {
  for (const auto& [key, known] : left) {
    if (known->state == FindingState::Cured) continue;
    auto cause = assessed == nullptr ? why_none : cause_of_cure(*assessed, known->finding);
    changes.push_back({FindingMove::Cured, known, known->finding, FindingState::Cured, std::move(cause)});
  }
}

}  // namespace

std::vector<FindingChange> finding_changes(const AssessedRelationship* assessed, const std::string& why_none,
                                           std::span<const store::StoredFinding> known, Date on) {
  ByKey left;
  for (const auto& one : known) left.emplace(key_of(one.finding), &one);
  std::vector<FindingChange> changes;
  if (assessed != nullptr)
    for (const auto& finding : assessed->assessment->findings) {
      const auto found = left.find(key_of(finding));
      const auto* before = found == left.end() ? nullptr : found->second;
      if (auto change = change_of(*assessed, finding, before, on)) changes.push_back(*std::move(change));
      if (before != nullptr) left.erase(found);
    }
  add_cured(assessed, why_none, left, changes);
  return changes;
}

}  // namespace certreg::service
