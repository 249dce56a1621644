// /portfolio/import: a list of suppliers, looked at as a dry run and then taken over.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn supplier_list_page(const Visit& visit);

// Without keeping anything until the form of the dry run comes back, which brings the list's bytes with it.
Drawn take_supplier_list(const Visit& visit);

}  // namespace certreg::web
