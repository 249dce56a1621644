#include "service/proposal_target.h"

#include "certreg/store/certificates.h"
#include "service/identity.h"

namespace certreg::service {
namespace {

// A claim keeps what told it from others at its place, and never becomes the certificate that it contradicts.
std::string key_of(const store::Proposal& proposal, const reading::Draft& draft,
                   const CertificateVersion& version) {
  auto certificate = certificate_key(version);
  const auto base = claim_key(draft.version, proposal.address);
  const bool proposed_as_claim =
      proposal.certificate_key.starts_with(base) && !certificate_key(draft.version).empty();
  if (draft.kind == reading::DraftKind::Certificate && !proposed_as_claim && !certificate.empty())
    return certificate;
  const auto own = proposal.certificate_key.starts_with(base) ? proposal.certificate_key.substr(base.size())
                                                              : std::string();
  return claim_key(version, proposal.address) + own;
}

}  // namespace

ProposalTarget target_of(store::Transaction& transaction, const store::Proposal& proposal,
                         const reading::Draft& draft, const CertificateVersion& version) {
  ProposalTarget target{key_of(proposal, draft, version), std::nullopt};
  const auto known = store::certificate_ids(transaction, {&target.key, 1});
  if (known.empty()) return target;
  auto records = store::load_certificates(transaction, {&known.begin()->second, 1});
  if (!records.empty()) target.record = std::move(records.front());
  return target;
}

const CertificateVersion* corrected_issue(const CertificateRecord& record,
                                          const CertificateVersion& version) {
  for (const auto& issue : record.issues)
    if (issue.issued == version.issued || version.claimant) return &issue;
  return nullptr;
}

const CertificateVersion& compared_issue(const CertificateRecord& record, const CertificateVersion& version) {
  const auto* issue = corrected_issue(record, version);
  return issue != nullptr ? *issue : record.latest();
}

}  // namespace certreg::service
