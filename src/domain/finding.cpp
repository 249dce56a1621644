#include "certreg/domain/finding.h"

#include "domain/enum_names.h"

namespace certreg {
namespace {

constexpr Control kSelection[] = {Control::A519, Control::A522, Control::Nis52};
constexpr Control kHeld[] = {Control::A519, Control::A520, Control::A522, Control::DoraF, Control::Nis51};
constexpr Control kObsolete[] = {Control::A522, Control::DoraC, Control::Nis51};
constexpr Control kCoverage[] = {Control::A520, Control::A522, Control::A523, Control::DoraB, Control::DoraD};
constexpr Control kIssuer[] = {Control::A519, Control::A522, Control::DoraE, Control::DoraF};
constexpr Control kWatch[] = {Control::A522, Control::DoraC, Control::Nis51};
constexpr Control kChain[] = {Control::A521, Control::Nis51};
constexpr Control kAlone[] = {Control::A522, Control::DoraA, Control::DoraF, Control::DoraH};

struct RuleInfo {
  FindingRule rule;
  std::string_view name, title, cure;
  std::span<const Control> controls;
};

// In the order of the enumeration, so that a rule is its own index.
constexpr RuleInfo kRules[] = {
    {FindingRule::SupplierUnmatched, "supplier_unmatched", "Not known which supplier it is",
     "Say which supplier of the register it is, or add it.", kSelection},
    {FindingRule::TierUnknown, "tier_unknown", "No policy for its tier",
     "Give the relationship a tier that the policy has.", kSelection},
    {FindingRule::CertificateMissing, "certificate_missing", "No certificate",
     "Obtain the certificate from the supplier, or record an assurance that the policy accepts instead.",
     kHeld},
    {FindingRule::EditionNotCurrent, "edition_not_current", "Not certified to an edition that counts",
     "Obtain the certificate to the current edition.", kHeld},
    {FindingRule::ParentNotInForce, "parent_not_in_force", "The certificate that it extends does not hold",
     "Obtain the ISO/IEC 27001 certificate that it extends, in force.", kHeld},
    {FindingRule::EntityMismatch, "entity_mismatch", "Certified for another entity",
     "Obtain a certificate that names the entity which operates the service, or the group's guarantee where "
     "the policy accepts it.",
     kCoverage},
    {FindingRule::OutOfScope, "out_of_scope", "What we use is not shown to be in scope",
     "Have the supplier show where the scope names it, or record a person's reading of the scope.",
     kCoverage},
    {FindingRule::ScopeReduced, "scope_reduced", "The scope shrank",
     "Find out what left the scope and whether we use it.", kCoverage},
    {FindingRule::Lapsed, "lapsed", "Not in force", "Obtain the renewed certificate.", kObsolete},
    {FindingRule::Expiring, "expiring", "About to expire", "Obtain the renewed certificate before it ends.",
     kObsolete},
    {FindingRule::Suspended, "suspended", "Suspended",
     "Have the issuing body's word that the suspension was lifted.", kObsolete},
    {FindingRule::Withdrawn, "withdrawn", "Withdrawn",
     "Obtain a certificate that takes its place, and confirm that it does.", kObsolete},
    {FindingRule::DatesUnclear, "dates_unclear", "Its dates do not tell whether it is in force",
     "Obtain a copy that prints its dates, or look it up in a register.", kObsolete},
    {FindingRule::IssuerNotAccredited, "issuer_not_accredited", "Issuer not known to be accredited for it",
     "Look the accreditation up, or obtain a certificate from an accredited body.", kIssuer},
    {FindingRule::AccreditationLost, "accreditation_lost", "The issuer lost its accreditation",
     "Obtain the certificate of the body that the certification was transferred to.", kIssuer},
    {FindingRule::EvidenceTooWeak, "evidence_too_weak", "Known from too weak a source",
     "Obtain the certificate itself, or look it up in a register, as the policy asks.", kWatch},
    {FindingRule::EvidenceStale, "evidence_stale", "Not seen again for too long",
     "Fetch the source again, or look the certificate up.", kWatch},
    {FindingRule::SourcesDisagree, "sources_disagree", "Sources contradict each other",
     "Find out from the issuing body which of them is right.", kWatch},
    {FindingRule::DocumentChanged, "document_changed", "The document changed at its address",
     "Decide what holds now: see the proposal.", kWatch},
    {FindingRule::SignatureBroken, "signature_broken", "Its signature is broken",
     "Obtain an intact copy from the issuing body.", kWatch},
    {FindingRule::StatementOfApplicability, "statement_of_applicability",
     "No matching Statement of Applicability",
     "Obtain the Statement of Applicability in the version that the certificate names.", kCoverage},
    {FindingRule::SourceNotRefreshed, "source_not_refreshed", "Its source could not be read for long",
     "Mend the source, or look the certificate up by hand.", kWatch},
    {FindingRule::CertificateOnly, "certificate_only", "Critical function relies on certificates alone",
     "Obtain an audit report or audit the supplier: article 8(3) allows no sole reliance over time.", kAlone},
    {FindingRule::SuccessorUnconfirmed, "successor_unconfirmed", "Another certificate seems to follow it",
     "Confirm that the certificate takes the place of the one before, or say that it does not.", kWatch},
    {FindingRule::DependencyUncovered, "dependency_uncovered", "A service that it stands on is not covered",
     "Obtain the certificate of the other supplier, or the supplier's own control of it.", kChain},
    {FindingRule::ReviewOverdue, "review_overdue", "Its review is overdue", "Carry the review out.", kWatch},
};

const RuleInfo& row_of(FindingRule rule) { return kRules[static_cast<std::size_t>(rule)]; }

}  // namespace

const std::vector<std::string_view>& finding_rule_names() {
  static const EnumNames names = [] {
    EnumNames all;
    for (const auto& row : kRules) all.push_back(row.name);
    return all;
  }();
  return names;
}

const std::vector<std::string_view>& severity_names() {
  static const EnumNames names{"low", "medium", "high", "critical"};
  return names;
}

std::string_view to_string(FindingRule rule) { return row_of(rule).name; }
std::string_view to_string(Severity severity) { return name_in(severity_names(), severity); }
std::string_view title_of(FindingRule rule) { return row_of(rule).title; }
std::string_view cure_of(FindingRule rule) { return row_of(rule).cure; }
std::span<const Control> controls_of(FindingRule rule) { return row_of(rule).controls; }

bool is_urgent(FindingRule rule) {
  return rule == FindingRule::Suspended || rule == FindingRule::Withdrawn ||
         rule == FindingRule::SignatureBroken || rule == FindingRule::AccreditationLost;
}

Date due_by(Severity severity, Date opened_on) {
  constexpr int kDays[] = {90, 60, 30, 7};  // low to critical; the register's own rule
  return opened_on.plus_days(kDays[static_cast<std::size_t>(severity)]);
}

std::string key_of(const Finding& finding) {
  const auto certificate = finding.certificate ? finding.certificate->value : std::string();
  return std::string(to_string(finding.rule)) + "|" + finding.standard.value + "|" + certificate + "|" +
         finding.subject;
}

}  // namespace certreg
