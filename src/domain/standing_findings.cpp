#include <fmt/format.h>

#include <algorithm>

#include "domain/finding_of_code.h"
#include "domain/relationship_case.h"

namespace certreg {
namespace {

constexpr int kOtherAssuranceDays = 365;

Finding finding_of(const RelationshipFacts& facts, FindingRule rule, std::string sentence,
                   std::string subject = {}) {
  Finding finding;
  finding.rule = rule;
  finding.subject = std::move(subject);
  finding.severity = severity_of(rule, {AnswerValue::Unsure, {}, facts.relationship.critical_function});
  finding.sentence = std::move(sentence);
  return finding;
}

// A failed look-up is never a clean one: a page that answers nothing is told, whatever is known from before.
void add_sources(const RelationshipFacts& facts, const Tier& tier, std::vector<Finding>& findings) {
  if (!facts.provider) return;
  const auto limit = facts.on.plus_days(-tier.source_days);
  for (const auto& source : facts.provider->searched)
    for (const auto& page : source.pages) {
      const bool failing = page.not_read_since && *page.not_read_since <= limit;
      const bool old = page.searched_on && *page.searched_on < limit;
      if (!failing && !old) continue;
      const auto since = failing ? *page.not_read_since : *page.searched_on;
      auto finding =
          finding_of(facts, FindingRule::SourceNotRefreshed,
                     fmt::format("{} of the source {} {} {}{}.", page.address, source.source,
                                 failing ? "could not be read since" : "was read last on", since.to_string(),
                                 failing && !page.why.empty() ? " (" + page.why + ")" : ""),
                     source.source);
      finding.since = since;
      merge(findings, std::move(finding));
    }
}

// Delegated Regulation (EU) 2024/1773, article 8(3): not over time solely on certifications.
void add_sole_reliance(const RelationshipFacts& facts, std::vector<Finding>& findings) {
  if (!facts.relationship.critical_function || !facts.provider) return;
  const auto counts = [&](const Assurance& assurance) {
    return counts_on(assurance, facts.on, kOtherAssuranceDays);
  };
  if (std::any_of(facts.assurances.begin(), facts.assurances.end(), counts)) return;
  findings.push_back(
      finding_of(facts, FindingRule::CertificateOnly,
                 fmt::format("No assurance of {} but certificates is recorded that counts on {}.",
                             facts.provider->supplier->name, facts.on.to_string())));
}

std::optional<Date> review_due(const RelationshipFacts& facts, const Tier& tier) {
  const auto& relationship = facts.relationship;
  const int months = relationship.review_months > 0 ? relationship.review_months : tier.review_months;
  if (months <= 0) return std::nullopt;
  const auto recorded = day_of(relationship.recorded_at);
  const auto from =
      facts.last_review ? *facts.last_review : std::max(relationship.starts.value_or(recorded), recorded);
  return from.plus_months(months);
}

void add_review(const RelationshipFacts& facts, const Tier& tier, std::vector<Finding>& findings) {
  const auto due = review_due(facts, tier);
  if (!due || facts.on <= *due) return;
  auto finding = finding_of(facts, FindingRule::ReviewOverdue,
                            fmt::format("The review was due on {}.", due->to_string()));
  finding.since = due->plus_days(1);
  findings.push_back(std::move(finding));
}

const Need* first_need(const RelationshipFacts& facts, const Tier& tier) {
  const auto found = std::find_if(tier.needs.begin(), tier.needs.end(),
                                  [&](const Need& need) { return applies(need.when, facts.relationship); });
  return found == tier.needs.end() ? nullptr : &*found;
}

Outcome outcome_of(const RelationshipFacts& facts, const Need& need, const DependencyFacts& dependency) {
  const Question question{.standard = need.standards.front(),
                          .services = dependency.dependency->services,
                          .on = facts.on,
                          .today = facts.today,
                          .stale_after_days = need.evidence_days};
  return outcome_by(*facts.ask(question, dependency.party), {need, facts.relationship});
}

void add_dependencies(const RelationshipFacts& facts, const Tier& tier, std::vector<Finding>& findings) {
  const auto* need = first_need(facts, tier);
  if (need == nullptr) return;
  for (const auto& dependency : facts.dependencies) {
    const auto& name = dependency.dependency->party.name;
    if (!dependency.party) {
      findings.push_back(finding_of(facts, FindingRule::DependencyUncovered,
                                    fmt::format("It stands on {}, which the register does not know.", name),
                                    name));
    } else if (outcome_of(facts, *need, dependency) != Outcome::Satisfied) {
      findings.push_back(finding_of(
          facts, FindingRule::DependencyUncovered,
          fmt::format("It stands on {}, for which the need \"{}\" is not shown to be met.", name, need->id),
          name));
    }
  }
}

}  // namespace

Finding unmatched_finding(const RelationshipFacts& facts) {
  return finding_of(facts, FindingRule::SupplierUnmatched,
                    fmt::format("{} is not matched to a supplier of the register, so nothing is known of its "
                                "certificates.",
                                operator_of(facts.relationship).name));
}

Finding no_tier_finding(const RelationshipFacts& facts) {
  return finding_of(facts, FindingRule::TierUnknown,
                    facts.relationship.tier.empty()
                        ? "It has no tier, so no policy says what it must hold."
                        : fmt::format("The policy has no tier {}.", facts.relationship.tier));
}

std::vector<Finding> standing_findings(const RelationshipFacts& facts, const Tier& tier) {
  std::vector<Finding> findings;
  add_sources(facts, tier, findings);
  add_sole_reliance(facts, findings);
  add_dependencies(facts, tier, findings);
  add_review(facts, tier, findings);
  return findings;
}

}  // namespace certreg
