// Under which key what was read is kept.
#include "certreg/domain/names.h"
#include "service/identity.h"
#include "service/settlement.h"
#include "service/settlement_case.h"
#include "service/version_changes.h"

namespace certreg::service {
namespace {

// Nobody named: the word of whoever keeps the register, which counts like the supplier's.
std::string claimant_words(const Claimant& claimant) {
  return claimant.kind == ClaimantKind::Supplier ? "supplier" : "other " + normalise_name(claimant.name);
}

bool is_same_claimant(const CertificateVersion& known, const CertificateVersion& read) {
  const auto speaker = [](const CertificateVersion& version) {
    return version.claimant ? claimant_words(*version.claimant) : std::string("supplier");
  };
  return speaker(known) == speaker(read);
}

bool stands_beside(const CertificateRecord& record, const CertificateVersion& read) {
  const auto& known = record.latest();
  if (read.evidence < known.evidence) return !says_the_same(nearest_issue(record, read), read);
  return read.evidence == EvidenceLevel::Claimed && !is_same_claimant(known, read);
}

// The key of a claim once its supplier is in the register.
std::string with_supplier(const std::string& key, const Offer& offer, const CertificateVersion& version) {
  const auto before = claim_key(offer.draft.version, offer.address);
  return key.starts_with(before) ? claim_key(version, offer.address) + key.substr(before.size()) : key;
}

}  // namespace

// Of the rows of a table few stand beside what is known, and only these need the keys of claims.
void Settlement::look_up_claims_beside(const std::vector<Case>& cases) {
  std::vector<std::string> keys;
  for (const auto& item : cases) {
    if (!item.offer.from_table || item.key.empty()) continue;
    const auto& version = item.offer.draft.version;
    const auto known = known_.find(item.key);
    if (known != known_.end() && stands_beside(known->second, version))
      keys.push_back(own_claim_key(version, item.offer.address));
  }
  if (!keys.empty()) look_up(keys);
}

// Claims about one supplier at one place are told apart although each may print another name of it; a
// supplier that is not in the register yet has its id already.
std::string Settlement::key_at_its_place(const Case& item) {
  const auto& version = item.offer.draft.version;
  auto filed = version;
  filed.supplier = item.supplier.supplier;
  std::string key;
  for (const auto& apart : marks_of_claim(version)) {
    key = claim_key(version, item.offer.address) + apart;
    if (claimed_.insert(claim_key(filed, item.offer.address) + apart).second) break;
  }
  return key;
}

// A claim never takes the place of a certificate that we hold as a document, nor of another's claim: it is
// kept beside it.
void Settlement::choose_key(Case& item) {
  const auto& version = item.offer.draft.version;
  const auto known = known_.find(item.key);
  if (!item.key.empty() && known != known_.end() && stands_beside(known->second, version)) {
    item.key = own_claim_key(version, item.offer.address);
    if (!looked_up_.contains(item.key)) look_up({item.key});
  } else if (item.key.empty()) {
    item.key = key_at_its_place(item);
  }
  if (const auto found = known_.find(item.key); found != known_.end()) item.known = &found->second;
}

std::string Settlement::kept_key(const Case& item) const {
  if (is_certificate_key(item.key)) return item.key;
  auto filed = item.offer.draft.version;
  filed.supplier = item.supplier.supplier;
  return with_supplier(item.key, item.offer, filed);
}

}  // namespace certreg::service
