#include "certreg/domain/lifecycle.h"
#include "domain/record.h"

namespace certreg {

std::string_view to_string(CertificateStanding standing) {
  switch (standing) {
    case CertificateStanding::NotYetValid:
      return "not_yet_valid";
    case CertificateStanding::InForce:
      return "in_force";
    case CertificateStanding::Suspended:
      return "suspended";
    case CertificateStanding::Ended:
      return "ended";
    case CertificateStanding::Unknown:
      return "unknown";
  }
  return "";
}

std::optional<CertificateStanding> standing_on(const CertificateRecord& record, Date on,
                                               const Reference& reference) {
  const auto* issue = choose_issue(record, on).version;
  if (issue == nullptr || issue->declared_absent) return std::nullopt;
  if (const auto end = effective_end(record, *issue, reference); end && *end < on)
    return CertificateStanding::Ended;
  if (const auto start = start_of(*issue); start && on < *start) return CertificateStanding::NotYetValid;
  if (is_suspended_on(record, on)) return CertificateStanding::Suspended;
  return own_end(*issue) && !issue->form ? CertificateStanding::InForce : CertificateStanding::Unknown;
}

}  // namespace certreg
