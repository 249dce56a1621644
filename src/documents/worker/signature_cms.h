// SPDX-License-Identifier: GPL-2.0-or-later
// A signature by itself: do the bytes, the attributes and the signer's key agree? Nothing here asks who the
// signer is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/signatures.h"
#include "documents/worker/signature_evidence.h"

namespace certreg::worker {

enum class CmsForm {
  Detached,        // adbe.pkcs7.detached, ETSI.CAdES.detached: signs the covered bytes
  DigestInside,    // adbe.pkcs7.sha1: signs their SHA-1, which it holds
  TimestampToken,  // RFC 3161: signs a TSTInfo, which holds their digest
};

struct CmsCheck {
  documents::Answer<documents::Integrity> integrity{documents::Integrity::Unknown, {}};
  CertificatePtr signer;  // null when the signature does not carry it
  Evidence evidence;      // that it carries
  std::string digest, key;
  std::optional<Instant> claimed_time;  // of the signing-time attribute
  std::optional<Instant> token_time;    // of a TimestampToken
  std::string signature_value;          // what a signature timestamp stamps
  std::string timestamp;                // the first signature timestamp, a token
  std::vector<std::string> weaknesses;
};

// `der` may be followed by padding. `covered`: the bytes that the signature is about. `beside`: where the
// signer's certificate may be when the signature does not carry it.
CmsCheck check_cms(std::string_view der, CmsForm form, std::string_view covered, const Evidence& beside);

// adbe.x509.rsa_sha1: `der` is an OCTET STRING with the bare signature, `certificate` the signer's.
CmsCheck check_bare_signature(std::string_view der, std::string_view certificate, std::string_view covered);

}  // namespace certreg::worker
