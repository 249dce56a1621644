// /portfolio: what is bought from whom, how it stands, and what lapses next.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn portfolio_page(const Visit& visit);

}  // namespace certreg::web
