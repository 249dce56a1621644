// SPDX-License-Identifier: GPL-2.0-or-later
// What the attributes of a signer's part of a CMS say.
#pragma once

#include <optional>
#include <string>

#include "certreg/domain/date.h"
#include "documents/worker/signature_evidence.h"

namespace certreg::worker {

std::optional<Instant> signing_time(CMS_SignerInfo* signer);

enum class SignedCertificate { Named, Absent, AnotherOne };
// RFC 5035: the certificate that the signature names as its signer's, so that no other can be put in its
// place.
SignedCertificate named_certificate(CMS_SignerInfo* signer, X509* certificate);

std::string signature_timestamp(CMS_SignerInfo* signer);  // DER of the first one, or empty

// adbe-revocationInfoArchival (ISO 32000-2, 12.8.3.3.2)
void add_archived_revocation(CMS_SignerInfo* signer, Evidence& evidence);

}  // namespace certreg::worker
