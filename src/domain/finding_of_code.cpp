#include "domain/finding_of_code.h"

#include <algorithm>

namespace certreg {
namespace {

constexpr int kHighDays = 7, kMediumDays = 30;

Severity base_of(FindingRule rule, const Gravity& gravity) {
  switch (rule) {
    case FindingRule::Suspended:
    case FindingRule::Withdrawn:
    case FindingRule::SignatureBroken:
      return Severity::Critical;
    case FindingRule::CertificateMissing:
    case FindingRule::Lapsed:
      return Severity::High;
    case FindingRule::SuccessorUnconfirmed:
    case FindingRule::SourceNotRefreshed:
    case FindingRule::ReviewOverdue:
      return Severity::Low;
    default:
      return gravity.value == AnswerValue::No ? Severity::High : Severity::Medium;
  }
}

Severity by_days_left(int days) {
  if (days <= kHighDays) return Severity::High;
  return days <= kMediumDays ? Severity::Medium : Severity::Low;
}

Severity one_higher(Severity severity) {
  return std::min(Severity::Critical, static_cast<Severity>(static_cast<int>(severity) + 1));
}

}  // namespace

std::optional<FindingRule> rule_of(Code code) {
  switch (code) {
    case Code::NothingFound:
    case Code::DeclaredAbsent:
      return FindingRule::CertificateMissing;
    case Code::EditionInTransition:
    case Code::EditionUnknown:
    case Code::EditionWithdrawn:
      return FindingRule::EditionNotCurrent;
    case Code::ParentUnknown:
    case Code::ParentEnded:
    case Code::ExtensionInWordsOnly:
      return FindingRule::ParentNotInForce;
    case Code::SameGroup:
    case Code::HolderUnclear:
    case Code::DifferentEntity:
      return FindingRule::EntityMismatch;
    case Code::ServiceNotNamed:
    case Code::SiteNotListed:
    case Code::ScopeUnknown:
    case Code::ActivityExcluded:
    case Code::RoleMismatch:
      return FindingRule::OutOfScope;
    case Code::ScopeReduced:
      return FindingRule::ScopeReduced;
    case Code::SoaOlder:
    case Code::SoaNewer:
      return FindingRule::StatementOfApplicability;
    case Code::Expiring:
    case Code::RecertificationDue:
      return FindingRule::Expiring;
    case Code::NoExpiryPrinted:
    case Code::DatesContradict:
    case Code::NotYetRenewed:
      return FindingRule::DatesUnclear;
    case Code::Expired:
    case Code::NotYetValid:
    case Code::LapsedThen:
      return FindingRule::Lapsed;
    case Code::Suspended:
      return FindingRule::Suspended;
    case Code::Withdrawn:
      return FindingRule::Withdrawn;
    case Code::AccreditationNotStated:
    case Code::IssuerUnknown:
    case Code::Unaccredited:
    case Code::AccreditorNotRecognised:
      return FindingRule::IssuerNotAccredited;
    case Code::AccreditationEnded:
      return FindingRule::AccreditationLost;
    case Code::Claimed:
      return FindingRule::EvidenceTooWeak;
    case Code::Stale:
      return FindingRule::EvidenceStale;
    case Code::SourcesDisagree:
      return FindingRule::SourcesDisagree;
    case Code::DocumentChanged:
      return FindingRule::DocumentChanged;
    case Code::SignatureBroken:
      return FindingRule::SignatureBroken;
    case Code::EditionCurrent:
    case Code::SameEntity:
    case Code::NamedOnCertificate:
    case Code::ServiceNamed:
    case Code::AllServices:
    case Code::SiteListed:
    case Code::ConfirmedByPerson:
    case Code::InForce:
    case Code::RestorableUntil:
    case Code::SurveillanceWindow:
    case Code::Accredited:
    case Code::Inherited:
    case Code::Documented:
    case Code::Signed:
    case Code::Registered:
      return std::nullopt;
  }
  return std::nullopt;
}

Severity severity_of(FindingRule rule, const Gravity& gravity) {
  const auto base = gravity.days_left ? by_days_left(*gravity.days_left) : base_of(rule, gravity);
  return gravity.critical_function ? one_higher(base) : base;
}

std::optional<Date> since_of(const Reason& reason) {
  if (!reason.date) return std::nullopt;
  switch (reason.code) {
    case Code::Expired:
    case Code::EditionWithdrawn:
      return reason.date->plus_days(1);  // the last day itself still counts
    case Code::Suspended:
    case Code::Withdrawn:
    case Code::AccreditationEnded:
      return reason.date;
    default:
      return std::nullopt;
  }
}

}  // namespace certreg
