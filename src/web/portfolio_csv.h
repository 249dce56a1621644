// The portfolio's list as it is filtered, all pages of it, as CSV.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn portfolio_csv(const Visit& visit);

}  // namespace certreg::web
