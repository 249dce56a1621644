// Versions of certificates from the rows that hold them.
#pragma once

#include <span>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/store/database.h"

namespace certreg::store {

// The versions of a result with the columns id, body and last_confirmed, in its order, with their quotes.
std::vector<CertificateVersion> versions_of(Transaction& transaction, const Result& result);

// From field_evidence, for versions that have none yet.
void add_quotes(Transaction& transaction, std::span<CertificateVersion* const> versions);

}  // namespace certreg::store
