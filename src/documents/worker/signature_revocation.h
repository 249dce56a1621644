// SPDX-License-Identifier: GPL-2.0-or-later
// Was a certificate revoked, by the answers and lists that the document carries.
#pragma once

#include <optional>

#include "certreg/documents/signatures.h"
#include "documents/worker/signature_evidence.h"
#include "documents/worker/signature_trust.h"

namespace certreg::worker {

// `proven`: when a trusted timestamp proves it to have been signed; else `asked` is what the answer is about.
documents::Answer<documents::Revocation> judge_revocation(const Chain& chain, const Roots& roots,
                                                          const Evidence& evidence,
                                                          std::optional<Instant> proven, Instant asked);

}  // namespace certreg::worker
