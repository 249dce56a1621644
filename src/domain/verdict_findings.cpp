#include <algorithm>

#include "domain/finding_of_code.h"
#include "domain/relationship_case.h"
#include "domain/scope_words.h"

namespace certreg {
namespace {

// What is asked and answered for one need, standard and site.
struct Matter {
  const RelationshipFacts& facts;
  const Need& need;
  const StandardId& standard;
  const Asked& asked;

  Demand demand() const { return {need, facts.relationship}; }
};

std::optional<CertificateId> certificate_of(const Part& part) {
  return part.certificate ? std::optional(part.certificate->certificate) : std::nullopt;
}

bool is_about_an_end(const Reason& reason) {
  return reason.code == Code::Expiring || reason.code == Code::RecertificationDue;
}

bool is_in_force(const Verdict& verdict) {
  return std::all_of(verdict.parts.begin(), verdict.parts.end(), [](const Part& part) {
    return part.answers[static_cast<std::size_t>(Topic::Dates)].value == AnswerValue::Yes;
  });
}

// The day after the end something is in force that answers no worse than today: nobody need be told of the
// end.
bool is_followed(const Matter& matter, Date end) {
  const auto then = ask_on(matter.facts, matter.need, matter.standard, matter.asked.site, end.plus_days(1));
  return is_in_force(*then) &&
         outcome_by(*then, matter.demand()) <= outcome_by(*matter.asked.verdict, matter.demand());
}

Finding finding_of(const Matter& matter, const Part& part, FindingRule rule) {
  Finding finding;
  finding.rule = rule;
  finding.need = matter.need.id;
  finding.standard = matter.standard;
  finding.certificate = certificate_of(part);
  return finding;
}

Finding finding_of(const Matter& matter, const Part& part, FindingRule rule, const Reason& reason) {
  auto finding = finding_of(matter, part, rule);
  Gravity gravity{reason.value, {}, matter.facts.relationship.critical_function};
  if (is_about_an_end(reason) && reason.date) {
    gravity.days_left = days_between(matter.facts.on, *reason.date);
    finding.due = reason.date;
  }
  finding.severity = severity_of(rule, gravity);
  finding.sentence = reason.detail;
  finding.said = reason.said;
  finding.reasons = {reason};
  finding.since = since_of(reason);
  return finding;
}

// Every answer about nothing says so; the first is enough.
bool repeats_nothing_found(const Reason& reason, Topic topic) {
  return reason.code == Code::NothingFound && topic != Topic::Standard;
}

void add_reasons(const Matter& matter, const Part& part, std::vector<Finding>& findings) {
  for (const auto& answer : part.answers)
    for (const auto& reason : answer.reasons) {
      const auto rule = rule_of(reason.code);
      if (!rule || repeats_nothing_found(reason, answer.topic)) continue;
      if (is_tolerated(reason, answer.topic, matter.demand())) continue;
      if (is_about_an_end(reason) && reason.date && is_followed(matter, *reason.date)) continue;
      merge(findings, finding_of(matter, part, *rule, reason));
    }
}

void add_shortfalls(const Matter& matter, const Part& part, std::vector<Finding>& findings) {
  for (const auto& shortfall : shortfalls_of(part, matter.demand())) {
    auto finding = finding_of(matter, part, shortfall.rule);
    finding.severity =
        severity_of(shortfall.rule, {AnswerValue::Unsure, {}, matter.facts.relationship.critical_function});
    finding.sentence = shortfall.sentence.text;
    finding.said = shortfall.sentence.said;
    merge(findings, std::move(finding));
  }
}

// An assurance that says what it covers stands in for nothing else.
bool covers_what_we_use(const Assurance& assurance, const Relationship& relationship) {
  if (assurance.services.empty()) return true;
  const auto& used = relationship.services;
  return !used.empty() && std::all_of(used.begin(), used.end(), [&](const std::string& service) {
    return has_name(assurance.services, service);
  });
}

std::optional<AssuranceId> stand_in(const RelationshipFacts& facts, const Need& need) {
  for (const auto& assurance : facts.assurances) {
    const auto& kinds = need.or_assurance;
    if (std::find(kinds.begin(), kinds.end(), assurance.kind) == kinds.end()) continue;
    if (counts_on(assurance, facts.on, need.assurance_days) &&
        covers_what_we_use(assurance, facts.relationship))
      return assurance.id;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> findings_of(const RelationshipFacts& facts, const Need& need, const StandardId& standard,
                                 const std::vector<Asked>& asked) {
  std::vector<Finding> findings;
  for (const auto& one : asked)
    for (const auto& part : one.verdict->parts) {
      add_reasons({facts, need, standard, one}, part, findings);
      add_shortfalls({facts, need, standard, one}, part, findings);
    }
  const auto assurance = stand_in(facts, need);
  for (auto& finding : findings) finding.compensated_by = assurance;
  return findings;
}

}  // namespace certreg
