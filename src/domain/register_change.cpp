#include "certreg/domain/register_change.h"

#include "domain/assessment.h"
#include "domain/register_change_parts.h"

namespace certreg {
namespace {

void append(RegisterChanges& all, RegisterChanges more) {
  for (auto& change : more) all.push_back(std::move(change));
}

std::string standard_and_edition(const CertificateVersion& version, const Reference& reference) {
  return standard_name(reference, version.standard) + (version.edition.empty() ? "" : ":" + version.edition);
}

// ", number IS 100, issued by X on 2025-01-10, valid to 2028-01-09"
std::string stated_facts(const CertificateVersion& version, const Reference& reference) {
  std::string facts;
  if (!version.number.empty()) facts += ", number " + version.number;
  const auto issuer = issuer_name(version, reference);
  if (!issuer.empty() || version.issued) facts += ", issued";
  if (!issuer.empty()) facts += " by " + issuer;
  if (version.issued) facts += " on " + version.issued->to_string();
  if (version.expires) facts += ", valid to " + version.expires->to_string();
  return facts;
}

RegisterChange claim_added(const CertificateVersion& version, const Reference& reference) {
  const auto what = standard_and_edition(version, reference);
  if (version.declared_absent)
    return {ChangeKind::ClaimAdded,
            true,
            speaker_of(version) + " says that " + holder_or_supplier(version) + " is not certified to " +
                what + ".",
            "declared_absent",
            "",
            "true"};
  return {ChangeKind::ClaimAdded,
          false,
          speaker_of(version) + " says that " + holder_or_supplier(version) + " is certified to " + what +
              stated_facts(version, reference) + "; no certificate is held.",
          "",
          "",
          ""};
}

std::string how_known(EvidenceLevel evidence) {
  switch (evidence) {
    case EvidenceLevel::Claimed:
      return "A claim of a certificate";
    case EvidenceLevel::Documented:
      return "The document of a certificate";
    case EvidenceLevel::Signed:
      return "The signed document of a certificate";
    case EvidenceLevel::Registered:
      return "A register's entry of a certificate";
  }
  return "A certificate";
}

std::string known_certificate(const CertificateVersion& version, const Reference& reference) {
  return "to " + standard_and_edition(version, reference) + " of " + holder_or_supplier(version) +
         stated_facts(version, reference);
}

RegisterChanges added(const CertificateVersion& version, const Reference& reference) {
  RegisterChanges all;
  if (version.evidence == EvidenceLevel::Claimed)
    all.push_back(claim_added(version, reference));
  else
    all.push_back({ChangeKind::CertificateAdded, false,
                   how_known(version.evidence) + " came in: " + known_certificate(version, reference) + ".",
                   "", "", version.number});
  append(all, first_statuses(version, reference));
  return all;
}

RegisterChange retired(const CertificateVersion& version, const Reference& reference) {
  return {ChangeKind::Retired,
          true,
          "A person retired the " + subject_of(version, reference) + " of " + holder_or_supplier(version) +
              (version.reason.empty() ? "" : ": " + bounded(version.reason, 300)) + ".",
          "retired",
          "false",
          "true"};
}

}  // namespace

RegisterChanges changes_between(const std::optional<CertificateVersion>& before,
                                const CertificateVersion& after, const Reference& reference) {
  const bool was_there = before && !before->retired;
  if (after.retired) return was_there ? RegisterChanges{retired(after, reference)} : RegisterChanges{};
  if (!was_there) return added(after, reference);
  const VersionPair pair{*before, after, reference};
  RegisterChanges all;
  for (auto* changes : {edition_changes, date_changes, party_changes, scope_changes, standing_changes})
    append(all, changes(pair));
  return all;
}

RegisterChange earlier_issue_found(const CertificateVersion& issue, const Reference& reference) {
  return {ChangeKind::CertificateAdded,
          false,
          how_known(issue.evidence) +
              " came in, an issue before the latest: " + known_certificate(issue, reference) + ".",
          "",
          "",
          issue.number};
}

}  // namespace certreg
