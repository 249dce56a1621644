#include <algorithm>

#include "domain/finding_of_code.h"
#include "domain/relationship_case.h"
#include "domain/say.h"

namespace certreg {
namespace {

constexpr int kOtherAssuranceDays = 365;

Finding finding_of(const RelationshipFacts& facts, FindingRule rule, Sentence sentence,
                   std::string subject = {}) {
  Finding finding;
  finding.rule = rule;
  finding.subject = std::move(subject);
  finding.severity = severity_of(rule, {AnswerValue::Unsure, {}, facts.relationship.critical_function});
  finding.sentence = std::move(sentence.text);
  finding.said = std::move(sentence.said);
  return finding;
}

Sentence failing_for(const PageSearch& page, const std::string& source) {
  const auto why = page.why.empty() ? Sentence() : say("word.bracketed", page.why);
  return say("finding.source_failing", page.address, source, *page.not_read_since, why);
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
      auto finding = finding_of(facts, FindingRule::SourceNotRefreshed,
                                failing ? failing_for(page, source.source)
                                        : say("finding.source_old", page.address, source.source, since),
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
  findings.push_back(finding_of(facts, FindingRule::CertificateOnly,
                                say("finding.certificate_only", facts.provider->supplier->name, facts.on)));
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
  auto finding = finding_of(facts, FindingRule::ReviewOverdue, say("finding.review_overdue", *due));
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
      findings.push_back(
          finding_of(facts, FindingRule::DependencyUncovered, say("finding.dependency_unknown", name), name));
    } else if (outcome_of(facts, *need, dependency) != Outcome::Satisfied) {
      findings.push_back(finding_of(facts, FindingRule::DependencyUncovered,
                                    say("finding.dependency_uncovered", name, need->id), name));
    }
  }
}

}  // namespace

Finding unmatched_finding(const RelationshipFacts& facts) {
  return finding_of(facts, FindingRule::SupplierUnmatched,
                    say("finding.supplier_unmatched", operator_of(facts.relationship).name));
}

Finding no_tier_finding(const RelationshipFacts& facts) {
  return finding_of(facts, FindingRule::TierUnknown,
                    facts.relationship.tier.empty() ? say("finding.no_tier")
                                                    : say("finding.tier_unknown", facts.relationship.tier));
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
