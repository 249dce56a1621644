// SPDX-License-Identifier: GPL-2.0-or-later
// What a certificate says of itself.
#pragma once

#include <string>
#include <vector>

#include "certreg/documents/signatures.h"
#include "documents/worker/openssl_types.h"

namespace certreg::worker {

documents::SignerCertificate facts_of(X509* certificate);

// The common name, else the organisation, else the whole name.
std::string name_for_people(X509* certificate);

// The first one's key usage lets it sign, and none but the last limits its use to other things than documents
// (RFC 5280, 4.2.1.12; RFC 9336, and what was usual before it).
bool all_sign_documents(const std::vector<CertificatePtr>& chain);

}  // namespace certreg::worker
