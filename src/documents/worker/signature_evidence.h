// SPDX-License-Identifier: GPL-2.0-or-later
// What a document carries beside its signatures, to judge them by.
#pragma once

#include <vector>

#include "documents/worker/openssl_types.h"

namespace certreg::worker {

struct Evidence {
  std::vector<CertificatePtr> certificates;
  std::vector<RevocationListPtr> revocation_lists;
  std::vector<OcspResponsePtr> revocation_answers;

  void add_certificate(std::string_view der);  // all three pass over what they cannot read
  void add_revocation_list(std::string_view der);
  void add_revocation_answer(std::string_view der);
  void add(const Evidence& other);  // shares its objects

  // For as long as the evidence lives. Null when there is no memory.
  BorrowedCertificatesPtr borrowed_certificates() const;
};

}  // namespace certreg::worker
