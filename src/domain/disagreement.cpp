#include <algorithm>

#include "certreg/domain/names.h"
#include "domain/assessment.h"

namespace certreg {
namespace {

using Versions = std::vector<const CertificateVersion*>;

bool differ(const std::string& left, const std::string& right) {
  return !left.empty() && !right.empty() && left != right;
}

bool states_an_end(const CertificateVersion& version) {
  return std::any_of(version.statuses.begin(), version.statuses.end(),
                     [](const auto& interval) { return interval.status != CertificateStatus::Active; });
}

// What the claim leaves out contradicts nothing.
bool contradicts(const CertificateVersion& claim, const CertificateVersion& version) {
  if (claim.declared_absent != version.declared_absent) return true;
  if (states_an_end(claim) && !states_an_end(version)) return true;
  if (differ(claim.edition, version.edition)) return true;
  if (differ(normalise_number(claim.number), normalise_number(version.number))) return true;
  if (claim.issuer && version.issuer && *claim.issuer != *version.issuer) return true;
  return claim.expires && version.expires && *claim.expires != *version.expires;
}

Versions versions_of(const StandardId& standard, std::span<const CertificateRecord> certificates,
                     bool claimed) {
  Versions found;
  for (const auto& record : certificates) {
    for (const auto& issue : record.issues) {
      const bool is_claim = issue.evidence == EvidenceLevel::Claimed;
      if (issue.standard == standard && counts(issue) && is_claim == claimed) found.push_back(&issue);
    }
  }
  return found;
}

}  // namespace

std::vector<const CertificateVersion*> claimed_lists(const CertificateVersion& version,
                                                     std::span<const CertificateRecord> certificates) {
  if (version.evidence == EvidenceLevel::Claimed) return {};
  auto claims = versions_of(version.standard, certificates, true);
  std::erase_if(claims, [](const auto* claim) { return claim->scope_items.empty(); });
  return claims;
}

std::vector<const CertificateVersion*> disagreeing_claims(const CertificateVersion& version,
                                                          std::span<const CertificateRecord> certificates) {
  Versions documents = versions_of(version.standard, certificates, false);
  if (version.evidence == EvidenceLevel::Claimed) documents = {&version};
  Versions found;
  for (const auto* claim : versions_of(version.standard, certificates, true)) {
    // Two claims about two certificates may both be true; a claim and a denial may not.
    if (version.evidence == EvidenceLevel::Claimed && claim->declared_absent == version.declared_absent)
      continue;
    const bool agrees = std::any_of(documents.begin(), documents.end(),
                                    [&](const auto* document) { return !contradicts(*claim, *document); });
    if (!agrees) found.push_back(claim);
  }
  return found;
}

}  // namespace certreg
