#include "certreg/service/document_uses.h"

namespace certreg::service {

std::vector<store::DocumentUse> uses_of_document(Services& services, const DocumentId& id, int limit) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::uses_of_document(transaction, id, limit);
}

}  // namespace certreg::service
