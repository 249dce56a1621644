// What the register made of a document.
#pragma once

#include <vector>

#include "certreg/service/services.h"
#include "certreg/store/document_uses.h"

namespace certreg::service {

// Throws Error(Unavailable) when the database is away. Unknown documents have no uses.
std::vector<store::DocumentUse> uses_of_document(Services& services, const DocumentId& id, int limit);

}  // namespace certreg::service
