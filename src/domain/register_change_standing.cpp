#include <algorithm>

#include "domain/assessment.h"
#include "domain/register_change_parts.h"

namespace certreg {
namespace {

std::string said_by(const StatusInterval& status) {
  if (!status.said_by.empty()) return bounded(status.said_by, 100);
  switch (status.source) {
    case StatusSource::Issuer:
      return "its issuer";
    case StatusSource::AccreditationBody:
      return "an accreditation body";
    case StatusSource::PublicRegister:
      return "a public register";
    case StatusSource::Supplier:
      return "the supplier";
  }
  return "somebody";
}

std::string state_words(CertificateStatus status) {
  switch (status) {
    case CertificateStatus::Active:
      return "active";
    case CertificateStatus::Suspended:
      return "suspended";
    case CertificateStatus::Withdrawn:
      return "withdrawn";
  }
  return "unknown";
}

std::string interval_words(const StatusInterval& status) {
  auto text = state_words(status.status) + " from " + status.from.to_string();
  if (status.until) text += " to " + status.until->to_string();
  auto parts = status.services;
  parts.insert(parts.end(), status.sites.begin(), status.sites.end());
  return parts.empty() ? text : text + " for " + listed(parts);
}

bool is_same(const StatusInterval& left, const StatusInterval& right) {
  return left.status == right.status && left.from == right.from && left.until == right.until &&
         left.source == right.source && left.sites == right.sites && left.services == right.services;
}

std::vector<StatusInterval> not_among(const std::vector<StatusInterval>& some,
                                      const std::vector<StatusInterval>& others) {
  std::vector<StatusInterval> left;
  for (const auto& status : some)
    if (std::none_of(others.begin(), others.end(), [&](const auto& other) { return is_same(status, other); }))
      left.push_back(status);
  return left;
}

RegisterChange stated(const std::string& subject, const StatusInterval& status) {
  return {ChangeKind::StatusChanged,
          status.status != CertificateStatus::Active,
          "The " + subject + " is " + interval_words(status) + ", says " + said_by(status) + ".",
          "statuses",
          "",
          interval_words(status)};
}

RegisterChanges status_changes(const VersionPair& pair) {
  const auto subject = subject_of(pair.after, pair.reference);
  RegisterChanges all;
  for (const auto& gone : not_among(pair.before.statuses, pair.after.statuses))
    all.push_back({ChangeKind::StatusChanged, false,
                   "It is no longer stated that the " + subject + " is " + interval_words(gone) + ".",
                   "statuses", interval_words(gone), ""});
  for (const auto& fresh : not_among(pair.after.statuses, pair.before.statuses))
    all.push_back(stated(subject, fresh));
  return all;
}

std::string evidence_words(EvidenceLevel level) {
  switch (level) {
    case EvidenceLevel::Claimed:
      return "claimed";
    case EvidenceLevel::Documented:
      return "documented";
    case EvidenceLevel::Signed:
      return "signed";
    case EvidenceLevel::Registered:
      return "registered";
  }
  return "unknown";
}

// Without "claimed", which is what changes.
std::string plain_subject(const VersionPair& pair) {
  auto version = pair.after;
  version.evidence = EvidenceLevel::Documented;
  return subject_of(version, pair.reference);
}

RegisterChanges evidence_changes(const VersionPair& pair) {
  const auto before = pair.before.evidence, after = pair.after.evidence;
  if (before == after) return {};
  return {{ChangeKind::EvidenceChanged, after < before,
           "The " + plain_subject(pair) + " is now " + evidence_words(after) + "; it was " +
               evidence_words(before) + " before.",
           "evidence", evidence_words(before), evidence_words(after)}};
}

RegisterChanges signature_changes(const VersionPair& pair) {
  if (pair.after.signature != SignatureState::Broken || pair.before.signature == SignatureState::Broken)
    return {};
  return {{ChangeKind::EvidenceChanged, true,
           "The signature on the document of the " + plain_subject(pair) + " is broken.", "signature", "",
           "broken"}};
}

RegisterChanges absence_changes(const VersionPair& pair) {
  const bool absent = pair.after.declared_absent;
  if (pair.before.declared_absent == absent) return {};
  const auto words = speaker_of(pair.after) + " says now that " + holder_or_supplier(pair.after) +
                     (absent ? " is not certified to " : " is certified to ") +
                     standard_name(pair.reference, pair.after.standard);
  return {{absent ? ChangeKind::ClaimNoLongerStated : ChangeKind::ClaimAdded, absent,
           words + (absent ? "." : "; before, the contrary was said."), "declared_absent",
           absent ? "false" : "true", absent ? "true" : "false"}};
}

}  // namespace

RegisterChanges standing_changes(const VersionPair& pair) {
  RegisterChanges all;
  for (auto* changes : {status_changes, evidence_changes, signature_changes, absence_changes})
    for (auto& change : changes(pair)) all.push_back(std::move(change));
  return all;
}

RegisterChanges first_statuses(const CertificateVersion& version, const Reference& reference) {
  RegisterChanges all;
  for (const auto& status : version.statuses)
    if (status.status != CertificateStatus::Active)
      all.push_back(stated(subject_of(version, reference), status));
  return all;
}

}  // namespace certreg
