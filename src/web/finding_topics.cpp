#include "web/finding_topics.h"

namespace certreg::web {

const std::vector<std::string_view>& finding_topics() {
  static const std::vector<std::string_view> all = {"standard", "holder",   "scope",   "dates",
                                                    "issuer",   "evidence", kOwnRecord};
  return all;
}

std::string_view topic_of(FindingRule rule) {
  switch (rule) {
    case FindingRule::CertificateMissing:
    case FindingRule::EditionNotCurrent:
    case FindingRule::ParentNotInForce:
      return "standard";
    case FindingRule::EntityMismatch:
      return "holder";
    case FindingRule::OutOfScope:
    case FindingRule::ScopeReduced:
    case FindingRule::StatementOfApplicability:
      return "scope";
    case FindingRule::Lapsed:
    case FindingRule::Expiring:
    case FindingRule::Suspended:
    case FindingRule::Withdrawn:
    case FindingRule::DatesUnclear:
    case FindingRule::SuccessorUnconfirmed:
      return "dates";
    case FindingRule::IssuerNotAccredited:
    case FindingRule::AccreditationLost:
      return "issuer";
    case FindingRule::EvidenceTooWeak:
    case FindingRule::EvidenceStale:
    case FindingRule::SourcesDisagree:
    case FindingRule::DocumentChanged:
    case FindingRule::SignatureBroken:
    case FindingRule::SourceNotRefreshed:
    case FindingRule::CertificateOnly:
      return "evidence";
    case FindingRule::SupplierUnmatched:
    case FindingRule::TierUnknown:
    case FindingRule::DependencyUncovered:
    case FindingRule::ReviewOverdue:
      return kOwnRecord;
  }
  return kOwnRecord;
}

std::vector<FindingRule> rules_about(std::string_view topic) {
  std::vector<FindingRule> rules;
  for (std::size_t i = 0; i < finding_rule_names().size(); ++i)
    if (const auto rule = static_cast<FindingRule>(i); topic_of(rule) == topic) rules.push_back(rule);
  return rules;
}

}  // namespace certreg::web
