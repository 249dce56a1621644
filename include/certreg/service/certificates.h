// Certificates entered by hand: create, correct, retire; their history and documents.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/documents.h"

namespace certreg::service {

// What a person types in without a document is `claimed`. `version.supplier` must be known. Conflict when a
// certificate of the same issuer, number and standard is there.
CertificateRecord create_certificate(Services& services, CertificateVersion version, const Actor& actor);

// Replaces the latest issue, or with `NewIssue` adds one. `expected`: the latest version that the caller saw.
enum class CorrectionKind { Correction, NewIssue };
CertificateRecord correct_certificate(Services& services, const CertificateId& id, const VersionId& expected,
                                      CertificateVersion version, CorrectionKind kind, const Actor& actor);
CertificateRecord retire_certificate(Services& services, const CertificateId& id, const VersionId& expected,
                                     const std::string& reason, const Actor& actor);

std::vector<CertificateVersion> certificate_history(Services& services, const CertificateId& id);  // NotFound
std::vector<store::DocumentFacts> certificate_documents(Services& services, const CertificateId& id);

// Where a person can look the certificate up.
struct DeepLink {
  std::string register_name, address, note;
};
std::vector<DeepLink> deep_links(const Services& services, const CertificateRecord& record);

Check record_check(Services& services, Check check, const Actor& actor);

}  // namespace certreg::service
