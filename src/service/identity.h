// What makes two records one certificate.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg::service {

// Issuing legal unit + normalised number + standard; the issuer as printed when we do not know it. Empty
// without a number. A number alone is not unique, not even for one issuer: it is kept over editions (domain:
// TÜV).
std::string certificate_key(const CertificateVersion& version);

bool is_certificate_key(const std::string& key);  // one of those, and not a claim's

// Of a claim, or of a certificate without number: supplier, claimant, standard and where it stands.
std::string claim_key(const CertificateVersion& version, const std::string& address);

// The same for one of several claims that stand at one place or contradict a certificate: told apart by
// number, else by edition.
std::string own_claim_key(const CertificateVersion& version, const std::string& address);

// What may stand behind a claim's key to tell it from others at its place, the shortest first.
std::vector<std::string> marks_of_claim(const CertificateVersion& version);

}  // namespace certreg::service
