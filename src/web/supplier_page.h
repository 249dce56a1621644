// A supplier as the register knows it now: certificates, claims beside them, scope, documents, sources,
// findings and history.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn supplier_page(const Visit& visit);

}  // namespace certreg::web
