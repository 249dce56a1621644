// What is wrong with relying on a supplier for what we buy, by the policy of its tier.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/controls.h"
#include "certreg/domain/policy.h"
#include "certreg/domain/verdict.h"

namespace certreg {

enum class FindingRule {
  SupplierUnmatched,  // nobody has said which supplier of the register it is
  TierUnknown,        // the policy has no such tier
  CertificateMissing,
  EditionNotCurrent,
  ParentNotInForce,  // of a 27017 or 27018
  EntityMismatch,
  OutOfScope,
  ScopeReduced,
  Lapsed,
  Expiring,
  Suspended,
  Withdrawn,
  DatesUnclear,
  IssuerNotAccredited,
  AccreditationLost,
  EvidenceTooWeak,
  EvidenceStale,
  SourcesDisagree,
  DocumentChanged,
  SignatureBroken,
  StatementOfApplicability,  // none is named, or another version than the one we hold
  SourceNotRefreshed,
  CertificateOnly,  // critical or important function, no other assurance
  SuccessorUnconfirmed,
  DependencyUncovered,
  ReviewOverdue,
};

enum class Severity { Low, Medium, High, Critical };

std::string_view to_string(FindingRule rule);  // "supplier_unmatched"
std::string_view to_string(Severity severity);
const std::vector<std::string_view>& finding_rule_names();  // in the enumerators' order
const std::vector<std::string_view>& severity_names();      // in the enumerators' order
std::string_view title_of(FindingRule rule);                // "Not known which supplier it is"
std::string_view cure_of(FindingRule rule);                 // what would end it, one sentence
std::span<const Control> controls_of(FindingRule rule);

// Told at once, whatever the rung: suspended, withdrawn, a broken signature, lost accreditation.
bool is_urgent(FindingRule rule);

struct Finding {
  FindingRule rule{};
  std::string need;     // id of the tier's need, or empty
  StandardId standard;  // or empty
  std::optional<CertificateId> certificate;
  std::string subject;  // what else tells it from others of its rule: a dependency, a source
  Severity severity = Severity::Medium;
  std::string sentence;         // the facts, for a person
  std::vector<Reason> reasons;  // of the verdict, with quotes; may be empty
  std::optional<Date> since;    // the day from which it holds, where the facts say so
  std::optional<Date> due;      // the day by which it must be cured
  std::optional<AssuranceId> compensated_by;
  std::vector<Said> said;  // `sentence`, as it was made; empty when only its English is known
};

// By when a finding that was opened on the day must be cured, unless the facts set another day.
Date due_by(Severity severity, Date opened_on);

// What makes two findings of one relationship the same over days: rule, standard, certificate, subject. A
// need is no part of it, so that a policy's rewording cures nothing.
std::string key_of(const Finding& finding);

}  // namespace certreg
