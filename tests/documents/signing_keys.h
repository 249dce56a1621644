// Keys and certificates that a test makes for itself.
#pragma once

#include <openssl/ocsp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg::sample {

using SharedKey = std::shared_ptr<EVP_PKEY>;
using SharedCertificate = std::shared_ptr<X509>;

struct Identity {
  SharedKey key;
  SharedCertificate certificate;
};

struct Wanted {
  std::string name;
  std::string key = "P-256";  // or "RSA 2048", "RSA 1024"
  std::string from = "2025-01-01T00:00:00Z", until = "2028-01-01T00:00:00Z";
  bool is_authority = false;
  std::string key_usage = "critical,digitalSignature,nonRepudiation";
  std::string extended_usage;  // as in OpenSSL's configuration; empty = none
  std::string digest = "SHA256";
  std::string other_names;  // of the subject, as in OpenSSL's configuration; empty = none
};

Instant instant(const std::string& text);

// Signed by itself when `issuer` is null.
Identity issue(const Wanted& wanted, const Identity* issuer);
Identity authority(const std::string& name, const Identity* issuer = nullptr);
Identity signer(const std::string& name, const Identity& issuer);
Identity timestamp_authority(const std::string& name, const Identity& issuer);

std::string pem_of(const Identity& identity);
std::string der_of(const X509* certificate);

struct Revoked {
  const Identity* identity;
  std::string at;
};
std::shared_ptr<X509_CRL> revocation_list(const Identity& issuer, const std::string& from,
                                          const std::string& until, const std::vector<Revoked>& revoked);

// DER, signed by the issuer itself.
std::string revocation_answer(const Identity& issuer, const Identity& about, const std::string& from,
                              const std::string& until, const std::string& revoked_at = {});

}  // namespace certreg::sample
