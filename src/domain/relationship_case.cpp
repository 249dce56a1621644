#include "domain/relationship_case.h"

#include <algorithm>

namespace certreg {
namespace {

int longest_lead(const Tier& tier) {
  return tier.lead_days.empty() ? 0 : *std::max_element(tier.lead_days.begin(), tier.lead_days.end());
}

Question question_of(const RelationshipFacts& facts, const Need& need, const StandardId& standard,
                     const std::string& site, Date day) {
  const auto& relationship = facts.relationship;
  return {.standard = standard,
          .services = relationship.services,
          .site = site,
          .role = relationship.their_role,
          .on = day,
          .today = facts.today,
          .stale_after_days = need.evidence_days};
}

void append_new(Finding& known, const Finding& finding) {
  if (known.sentence.find(finding.sentence) != std::string::npos) return;
  Sentence all{std::move(known.sentence), std::move(known.said)};
  all += {finding.sentence, finding.said};
  known.sentence = std::move(all.text);
  known.said = std::move(all.said);
}

bool has_reason(const Finding& finding, const Reason& reason) {
  return std::any_of(finding.reasons.begin(), finding.reasons.end(), [&](const Reason& known) {
    return known.code == reason.code && known.detail == reason.detail;
  });
}

}  // namespace

std::vector<Asked> ask(const RelationshipFacts& facts, const Tier& tier, const Need& need,
                       const StandardId& standard) {
  if (!facts.provider) return {};
  auto sites = facts.relationship.sites;
  if (sites.empty()) sites.emplace_back();
  std::vector<Asked> asked;
  for (const auto& site : sites) {
    auto question = question_of(facts, need, standard, site, facts.on);
    question.expiring_within_days = longest_lead(tier);
    asked.push_back({site, facts.ask(question, facts.provider)});
  }
  return asked;
}

VerdictPtr ask_on(const RelationshipFacts& facts, const Need& need, const StandardId& standard,
                  const std::string& site, Date day) {
  return facts.ask(question_of(facts, need, standard, site, day), facts.provider);
}

void merge(std::vector<Finding>& findings, Finding finding) {
  const auto key = key_of(finding);
  const auto known = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& other) { return key_of(other) == key; });
  if (known == findings.end()) {
    findings.push_back(std::move(finding));
    return;
  }
  append_new(*known, finding);
  known->severity = std::max(known->severity, finding.severity);
  if (!known->since) known->since = finding.since;
  if (finding.due && (!known->due || *finding.due < *known->due)) known->due = finding.due;
  if (!finding.compensated_by) known->compensated_by.reset();
  for (auto& reason : finding.reasons)
    if (!has_reason(*known, reason)) known->reasons.push_back(std::move(reason));
}

}  // namespace certreg
