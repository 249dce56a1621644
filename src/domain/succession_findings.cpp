#include "certreg/domain/lifecycle.h"
#include "certreg/domain/register_change.h"
#include "domain/assessment.h"
#include "domain/finding_of_code.h"
#include "domain/record.h"
#include "domain/relationship_case.h"
#include "domain/say.h"

namespace certreg {
namespace {

constexpr int kRememberedMonths = 12;  // a certificate that ended longer ago is nobody's question any more

struct Succession {
  const CertificateRecord& earlier;
  const CertificateVersion& later;
  Sentence sentence;
};

bool is_long_past(const CertificateRecord& record, const RelationshipFacts& facts) {
  const auto end = effective_end(record, record.latest(), facts.reference);
  return end && *end < facts.on.plus_months(-kRememberedMonths);
}

Sentence subject(const CertificateVersion& version, const Reference& reference) {
  const bool is_claim = version.evidence == EvidenceLevel::Claimed;
  return say(
      is_claim ? SentenceId("word.claimed_numbered_certificate") : SentenceId("word.numbered_certificate"),
      standard_name(reference, version.standard), version.number);
}

Sentence named(const CertificateVersion& version, const Reference& reference) {
  const auto issuer = issuer_name(version, reference);
  return issuer.empty() ? say("word.statement", version.number)
                        : say("word.issued_by", version.number, issuer);
}

// In the words of replacement_of().
Sentence sentence_of(const CertificateVersion& earlier, const CertificateVersion& later,
                     const Reference& reference) {
  return say("finding.successor", subject(later, reference), named(later, reference), *later.expires,
             named(earlier, reference), *earlier.expires);
}

std::vector<Succession> successions_to(const RelationshipFacts& facts, const CertificateVersion& later) {
  std::vector<Succession> found;
  for (const auto& record : facts.provider->certificates) {
    if (record->id == later.certificate || record->latest().standard != later.standard) continue;
    if (!counts(record->latest()) || is_long_past(*record, facts)) continue;
    if (replacement_of(record->latest(), later, facts.reference))
      found.push_back({*record, later, sentence_of(record->latest(), later, facts.reference)});
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
  finding.sentence = succession.sentence.text;
  finding.said = succession.sentence.said;
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
  auto told = say("withdrawn.unconfirmed", succession.earlier.latest().number, *from);
  finding.sentence = std::move(told.text);
  finding.said = std::move(told.said);
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
