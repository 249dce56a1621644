// A certificate's life as a picture (bars of an SVG without style) and as words beside it.
#pragma once

#include "certreg/service/verification.h"
#include "web/visit.h"

namespace certreg::web {

// Rows of the supplier's certificates of the standard asked for, and of those that they extend, as known now.
Data timeline_view(const Visit& visit, const service::Verification& verification);

}  // namespace certreg::web
