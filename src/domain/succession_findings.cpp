#include "certreg/domain/lifecycle.h"
#include "certreg/domain/register_change.h"
#include "domain/finding_of_code.h"
#include "domain/record.h"
#include "domain/relationship_case.h"

namespace certreg {
namespace {

constexpr int kRememberedMonths = 12;  // a certificate that ended longer ago is nobody's question any more

struct Succession {
  const CertificateRecord& earlier;
  const CertificateVersion& later;
  std::string sentence;
};

bool is_long_past(const CertificateRecord& record, const RelationshipFacts& facts) {
  const auto end = effective_end(record, record.latest(), facts.reference);
  return end && *end < facts.on.plus_months(-kRememberedMonths);
}

std::vector<Succession> successions_to(const RelationshipFacts& facts, const CertificateVersion& later) {
  std::vector<Succession> found;
  for (const auto& record : facts.provider->certificates) {
    if (record->id == later.certificate || record->latest().standard != later.standard) continue;
    if (!counts(record->latest()) || is_long_past(*record, facts)) continue;
    const auto change = replacement_of(record->latest(), later, facts.reference);
    if (change) found.push_back({*record, later, change->sentence});
  }
  return found;
}

Finding finding_of(const RelationshipFacts& facts, const Need& need, const Succession& succession) {
  Finding finding;
  finding.rule = FindingRule::SuccessorUnconfirmed;
  finding.need = need.id;
  finding.standard = succession.later.standard;
  finding.certificate = succession.later.certificate;
  finding.subject = succession.earlier.id.value;
  finding.severity = severity_of(finding.rule, {{}, {}, facts.relationship.critical_function});
  finding.sentence = succession.sentence;
  return finding;
}

bool is_confirmed(const RelationshipFacts& facts, const Finding& finding) {
  const auto* decision = decision_on(facts.decisions, key_of(finding), facts.on);
  return decision != nullptr && decision->kind == DecisionKind::ConfirmSuccessor;
}

// Until somebody confirms the successor, the withdrawal stands: it may have had a reason that goes on.
std::optional<Finding> withdrawal(const RelationshipFacts& facts, const Need& need,
                                  const Succession& succession) {
  const auto from = withdrawn_from(succession.earlier);
  if (!from || *from > facts.on) return std::nullopt;
  Finding finding;
  finding.rule = FindingRule::Withdrawn;
  finding.need = need.id;
  finding.standard = succession.later.standard;
  finding.certificate = succession.earlier.id;
  finding.severity = Severity::High;
  finding.sentence = "The certificate " + succession.earlier.latest().number + " was withdrawn from " +
                     from->to_string() + "; nobody has confirmed what seems to take its place.";
  finding.since = from;
  return finding;
}

}  // namespace

std::vector<Finding> succession_findings(const RelationshipFacts& facts, const Need& need,
                                         const StandardId& standard, const Verdict& verdict) {
  std::vector<Finding> findings;
  for (const auto& part : verdict.parts) {
    if (!part.certificate || part.certificate->standard != standard) continue;
    for (const auto& succession : successions_to(facts, *part.certificate)) {
      auto finding = finding_of(facts, need, succession);
      if (is_confirmed(facts, finding)) continue;
      merge(findings, std::move(finding));
      if (auto withdrawn = withdrawal(facts, need, succession)) merge(findings, *std::move(withdrawn));
    }
  }
  return findings;
}

}  // namespace certreg
