// Signatures over bytes, as they go into the Contents of a PDF.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "documents/signing_keys.h"

namespace certreg::sample {

using Sign = std::function<std::string(std::string_view covered)>;  // DER

struct Style {
  std::vector<Identity> others;  // certificates beside the signer's
  std::string digest = "SHA256";
  std::string claimed = "2026-01-15T10:00:00Z";
  bool names_its_certificate = true;
  const Identity* names = nullptr;  // another certificate than the signer's
  bool carries_its_certificate = true;
  const Identity* stamped_by = nullptr;
  std::string stamped_at = "2026-01-15T10:00:05Z";
  std::string stamped_bytes;  // instead of the signature's own
  std::shared_ptr<X509_CRL> revocation_list;
};

Sign cms(const Identity& signer, const Style& style = {});              // PAdES and adbe.pkcs7.detached
Sign cms_over_digest(const Identity& signer, const Style& style = {});  // adbe.pkcs7.sha1
Sign bare(const Identity& signer);                                      // adbe.x509.rsa_sha1
Sign timestamp(const Identity& authority, const std::string& at, const std::string& digest = "SHA256");

}  // namespace certreg::sample
