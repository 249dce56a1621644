// What was read and waits for a person.
#pragma once

#include <optional>
#include <string>

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
};

// Throws Conflict when it is decided already, Invalid when a mandatory field is missing or still ambiguous.
store::Proposal accept_proposal(Services& services, const ProposalId& id, const Acceptance& acceptance,
                                const Actor& actor);
store::Proposal reject_proposal(Services& services, const ProposalId& id, const std::string& reason,
                                const Actor& actor);

}  // namespace certreg::service
