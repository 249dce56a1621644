// /findings: what is wrong with relying on suppliers, decided in place.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn findings_page(const Visit& visit);
Drawn decide_on_page(const Visit& visit);  // leads back to the list when it was decided
Drawn findings_csv(const Visit& visit);    // the list as it is filtered, all of it

}  // namespace certreg::web
