// Documents of many certificates at once.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "certreg/store/documents.h"

namespace certreg::store {

// Of each certificate as documents_of_certificate(); a certificate without any is left out.
std::map<CertificateId, std::vector<DocumentFacts>> documents_of_certificates(
    Transaction& transaction, std::span<const CertificateId> ids);

}  // namespace certreg::store
