#include "certreg/store/document_uses.h"

#include "store/values.h"

namespace certreg::store {

std::vector<DocumentUse> uses_of_document(Transaction& transaction, const DocumentId& id, int limit) {
  std::vector<DocumentUse> uses;
  for (const auto& row : transaction.run("select_uses_of_document", {id.value, limit}))
    uses.push_back({ProposalId{text_or_empty(row, "proposal_id")}, row.text("state"),
                    CertificateId{text_or_empty(row, "certificate_id")},
                    SupplierId{text_or_empty(row, "supplier_id")}});
  return uses;
}

}  // namespace certreg::store
