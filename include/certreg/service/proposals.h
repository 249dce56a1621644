// What was read and waits for a person.
#pragma once

#include <optional>
#include <string>

#include "certreg/domain/certificate.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/imports.h"

namespace certreg::service {

struct Acceptance {
  std::string corrections;  // JSON object of certificate members that replace what was read; may be empty
  std::optional<SupplierId>
      supplier;  // whose it is; none: the one proposed, else a new one with the holder's name
  std::optional<ClaimantKind> claimant;  // of a claim: who speaks
  std::string reason;
  // The issue that the person saw it compared with (compared_with), an empty id: that there is none. None:
  // whatever is there is corrected.
  std::optional<VersionId> seen = {};
};

// What of the register an acceptance is compared with.
struct ComparedIssue {
  CertificateVersion issue;
  bool is_replaced = false;  // it takes the place of this issue; else it becomes one beside it
};
// The issue that this acceptance would correct, else the latest of the certificate that it would add one to;
// none: the register does not know the certificate. Corrections that cannot be written count as not made.
std::optional<ComparedIssue> compared_with(Services& services, const store::Proposal& proposal,
                                           const Acceptance& acceptance = {});

// Throws Conflict when it is decided already or would be compared with another issue than `seen`, Invalid
// when a mandatory field is missing or still ambiguous.
store::Proposal accept_proposal(Services& services, const ProposalId& id, const Acceptance& acceptance,
                                const Actor& actor);
store::Proposal reject_proposal(Services& services, const ProposalId& id, const std::string& reason,
                                const Actor& actor);

}  // namespace certreg::service
