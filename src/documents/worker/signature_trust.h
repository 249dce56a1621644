// SPDX-License-Identifier: GPL-2.0-or-later
// Who answers for a certificate, and were the days of its chain kept.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "certreg/documents/signatures.h"
#include "documents/worker/signature_evidence.h"

namespace certreg::worker {

// The certificates that the operator configured. Each is the end of a chain, a self-signed one or not: a list
// of trusted services names the authorities that issue, not their roots.
class Roots {
 public:
  explicit Roots(std::string_view pem);  // throws documents::Failure(NotThatKind) when it is text without any

  bool empty() const { return certificates_.empty(); }
  StorePtr store() const;

 private:
  std::vector<CertificatePtr> certificates_;
};

enum class Purpose { Document, Timestamp };

struct Chain {
  documents::Answer<documents::Trust> trust;
  std::vector<CertificatePtr>
      certificates;  // the signer's first, the root last; the signer's alone if no chain

  bool is_trusted() const { return trust.value == documents::Trust::Trusted; }
};

// Asks no clock: the days are was_valid_at()'s matter.
Chain judge_chain(const Roots& roots, X509* signer, const Evidence& evidence, Purpose purpose);

// All but the root, whose trust is the operator's.
bool was_valid_at(const Chain& chain, Instant time);

documents::Answer<documents::TimeValidity> judge_time(const Chain& chain, std::optional<Instant> proven,
                                                      std::optional<Instant> claimed, Instant asked);

std::string day_text(Instant time);  // "2026-01-31 12:00 UTC"

}  // namespace certreg::worker
