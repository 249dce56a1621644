// A supplier as its review shows it now: certificates, answers, findings.
#pragma once

#include <string>

#include "certreg/service/services.h"
#include "web/lookup_page.h"

namespace certreg::web {

// `id`: the supplier's, as it stands in the address.
Drawn supplier_page(const std::string& id, service::Services& services);

}  // namespace certreg::web
