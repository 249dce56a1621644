// Where an accepted proposal is written: the certificate, and the issue of it that the reading corrects.
#pragma once

#include <optional>
#include <string>

#include "certreg/reading/draft.h"
#include "certreg/store/imports.h"

namespace certreg::service {

struct ProposalTarget {
  std::string key;
  std::optional<CertificateRecord> record;  // none: the register does not know it
};

// `version`: the draft's, as it was corrected.
ProposalTarget target_of(store::Transaction& transaction, const store::Proposal& proposal,
                         const reading::Draft& draft, const CertificateVersion& version);

// The issue printed with the same date; null: it is a new issue. `record` must outlive it.
const CertificateVersion* corrected_issue(const CertificateRecord& record, const CertificateVersion& version);

// The one that it corrects, else the latest.
const CertificateVersion& compared_issue(const CertificateRecord& record, const CertificateVersion& version);

}  // namespace certreg::service
