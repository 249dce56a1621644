#include <algorithm>

#include "domain/relationship_case.h"

namespace certreg {
namespace {

struct Judged {
  StandardAnswer answer;
  std::vector<Finding> findings;
};

Judged judge(const RelationshipFacts& facts, const Tier& tier, const Need& need, const StandardId& standard) {
  Judged judged;
  judged.answer.need = need.id;
  judged.answer.standard = standard;
  auto asked = ask(facts, tier, need, standard);
  if (asked.empty()) return judged;
  const Demand demand{need, facts.relationship};
  judged.findings = findings_of(facts, need, standard, asked);
  auto worst = std::max_element(asked.begin(), asked.end(), [&](const Asked& left, const Asked& right) {
    return outcome_by(*left.verdict, demand) < outcome_by(*right.verdict, demand);
  });
  judged.answer.outcome = outcome_by(*worst->verdict, demand);
  for (auto& finding : succession_findings(facts, need, standard, *worst->verdict))
    merge(judged.findings, std::move(finding));
  judged.answer.verdict = std::move(worst->verdict);
  judged.answer.site = worst->site;
  return judged;
}

// Of standards of which any is enough the best counts alone.
void keep_best(std::vector<Judged>& judged) {
  const auto rank = [](const Judged& one) { return std::pair(one.answer.outcome, one.findings.size()); };
  const auto best =
      std::min_element(judged.begin(), judged.end(),
                       [&](const Judged& left, const Judged& right) { return rank(left) < rank(right); });
  judged = {std::move(*best)};
}

void take(Assessment& assessment, Judged judged) {
  for (auto& finding : judged.findings) merge(assessment.findings, std::move(finding));
  assessment.outcome = std::max(assessment.outcome, judged.answer.outcome);
  assessment.answers.push_back(std::move(judged.answer));
}

void take_need(const RelationshipFacts& facts, const Tier& tier, const Need& need, Assessment& assessment) {
  std::vector<Judged> judged;
  for (const auto& standard : need.standards) judged.push_back(judge(facts, tier, need, standard));
  if (need.combine == Combine::Any && judged.size() > 1) keep_best(judged);
  for (auto& one : judged) take(assessment, std::move(one));
}

void sort_by_severity(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& left, const Finding& right) { return left.severity > right.severity; });
}

}  // namespace

AskRegister ask_anew(const Reference& reference) {
  return [&reference](const Question& question, const KnownPartyPtr& party) {
    const auto answer = [&](const Question& asked) {
      return std::make_shared<const Verdict>(assess(asked, *party->supplier, party->certificates, reference));
    };
    if (party->searched.empty()) return answer(question);
    auto with_sources = question;
    with_sources.searched = party->searched;
    return answer(with_sources);
  };
}

Assessment assess(const RelationshipFacts& facts) {
  const auto* tier = find_tier(facts.policy, facts.relationship.tier);
  if (tier == nullptr) return {Outcome::Undecided, {}, {no_tier_finding(facts)}};
  Assessment assessment{Outcome::Satisfied, {}, {}};
  for (const auto& need : tier->needs)
    if (applies(need.when, facts.relationship)) take_need(facts, *tier, need, assessment);
  if (!facts.provider) merge(assessment.findings, unmatched_finding(facts));
  for (auto& finding : standing_findings(facts, *tier)) merge(assessment.findings, std::move(finding));
  sort_by_severity(assessment.findings);
  return assessment;
}

std::optional<Date> end_of(const StandardAnswer& answer) {
  std::optional<Date> end;
  if (!answer.verdict) return end;
  for (const auto& part : answer.verdict->parts)
    if (part.effective_end && (!end || *part.effective_end < *end)) end = part.effective_end;
  return end;
}

}  // namespace certreg
