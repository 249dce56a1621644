#include <algorithm>
#include <optional>
#include <string>

#include "certreg/domain/names.h"
#include "domain/assessment.h"

namespace certreg {
namespace {

using Versions = std::vector<const CertificateVersion*>;

void compare(const char* field, SentenceId name, const std::string& claimed, const std::string& printed,
             std::vector<Difference>& into) {
  if (!claimed.empty() && !printed.empty() && claimed != printed)
    into.push_back({field, say(name, claimed), say("word.statement", printed)});
}

void compare(const char* field, SentenceId name, std::optional<Date> claimed, std::optional<Date> printed,
             std::vector<Difference>& into) {
  if (claimed && printed && *claimed != *printed)
    into.push_back({field, say(name, *claimed), say("word.day", *printed)});
}

// Pages call by "issued" what certificates call issued, effective or decided.
bool counts_from(const CertificateVersion& certificate, const Date& day) {
  for (const auto& date :
       {certificate.issued, certificate.first_issued, certificate.valid_from, certificate.decided})
    if (date == day) return true;
  return false;
}

std::string issuer_text(const CertificateVersion& version) {
  return version.issuer_printed.empty() ? version.issuer->value : version.issuer_printed;
}

bool states_an_end(const CertificateVersion& version) {
  return std::any_of(version.statuses.begin(), version.statuses.end(),
                     [](const auto& interval) { return interval.status != CertificateStatus::Active; });
}

// What the claim leaves out contradicts nothing.
bool contradicts(const CertificateVersion& claim, const CertificateVersion& version) {
  if (claim.declared_absent != version.declared_absent) return true;
  if (states_an_end(claim) && !states_an_end(version)) return true;
  return !differences(claim, version).empty();
}

Versions versions_of(const StandardId& standard, std::span<const RecordPtr> certificates, bool claimed) {
  Versions found;
  for (const auto& record : certificates) {
    for (const auto& issue : record->issues) {
      const bool is_claim = issue.evidence == EvidenceLevel::Claimed;
      if (issue.standard == standard && counts(issue) && is_claim == claimed) found.push_back(&issue);
    }
  }
  return found;
}

}  // namespace

std::vector<Difference> differences(const CertificateVersion& claim, const CertificateVersion& certificate) {
  std::vector<Difference> all;
  compare("edition", "word.edition", claim.edition, certificate.edition, all);
  if (normalise_number(claim.number) != normalise_number(certificate.number))
    compare("number", "word.number", claim.number, certificate.number, all);
  if (claim.issuer && certificate.issuer && *claim.issuer != *certificate.issuer)
    all.push_back(
        {"issuer", say("word.issuer", issuer_text(claim)), say("word.statement", issuer_text(certificate))});
  if (claim.issued && !counts_from(certificate, *claim.issued))
    compare("issued", "word.issued", claim.issued, certificate.issued, all);
  compare("first_issued", "word.first_issued", claim.first_issued, certificate.first_issued, all);
  compare("expires", "word.expires", claim.expires, certificate.expires, all);
  return all;
}

std::vector<const CertificateVersion*> claimed_lists(const CertificateVersion& version,
                                                     std::span<const RecordPtr> certificates) {
  if (version.evidence == EvidenceLevel::Claimed) return {};
  auto claims = versions_of(version.standard, certificates, true);
  std::erase_if(claims, [](const auto* claim) { return claim->scope_items.empty(); });
  return claims;
}

std::vector<const CertificateVersion*> disagreeing_claims(const CertificateVersion& version,
                                                          std::span<const RecordPtr> certificates) {
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
