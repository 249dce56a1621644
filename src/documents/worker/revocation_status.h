// SPDX-License-Identifier: GPL-2.0-or-later
// What one certificate's authority says of it.
#pragma once

#include <optional>

#include "documents/worker/signature_evidence.h"
#include "documents/worker/signature_trust.h"

namespace certreg::worker {

struct RevocationStatus {
  std::optional<Instant> revoked_at;  // by any answer or list that is in order
  std::optional<Instant> good_as_of;  // of one whose days hold the time asked about, or that is later
  std::optional<Instant> stale_from;  // of one in order whose days are over by then

  void add(const RevocationStatus& other);
};

// Answers and lists count when they are signed for the authority, by a chain to a configured root.
RevocationStatus status_by_answers(X509* certificate, X509* issuer, const Roots& roots,
                                   const Evidence& evidence, Instant time);
RevocationStatus status_by_lists(X509* certificate, const Roots& roots, const Evidence& evidence,
                                 Instant time);

}  // namespace certreg::worker
