// SPDX-License-Identifier: GPL-2.0-or-later
// One signature on its way from the bytes to the report.
#pragma once

#include <optional>

#include "certreg/documents/signatures.h"
#include "documents/worker/signature_cms.h"
#include "documents/worker/signature_range.h"
#include "documents/worker/signature_trust.h"
#include "documents/worker/strict_pdf.h"

namespace certreg::worker {

struct SignatureCase {
  documents::SignatureReport report;
  RangeReading range;
  CmsCheck check;
  Evidence evidence;  // of the document, the signature and its timestamp
  Chain chain;
  std::optional<Instant> proven;  // when a trusted timestamp says that it was there

  bool is_timestamp() const { return report.kind == documents::SignatureKind::DocumentTimestamp; }
};

// Reads and verifies it by itself: everything but coverage, days and revocation.
SignatureCase open_case(std::string_view file, const SignatureField& field, const Roots& roots,
                        const Evidence& document_evidence);

// A trusted document timestamp proves the time of the signatures that it covers.
void prove_by_document_timestamps(std::vector<SignatureCase>& cases);

// What the document's security store holds (ETSI EN 319 142-1, 5.4.2).
Evidence stored_evidence(QPDF& pdf);

// Coverage and changes.
void judge_coverage(std::string_view file, QPDF& now, SignatureCase& one);

}  // namespace certreg::worker
