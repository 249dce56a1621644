// What the register made of a document.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/ids.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct DocumentUse {
  ProposalId proposal;        // empty: of a certificate that was read from it or confirmed by it
  std::string state;          // of the proposal; "known" of a certificate
  CertificateId certificate;  // empty: of a proposal that is no certificate yet
  SupplierId supplier;        // likewise
};
std::vector<DocumentUse> uses_of_document(Transaction& transaction, const DocumentId& id, int limit);

}  // namespace certreg::store
