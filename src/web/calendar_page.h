// /portfolio/calendar: addresses that calendar programs subscribe to.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn calendar_page(const Visit& visit);
Drawn change_calendars(const Visit& visit);  // makes one, or revokes one

}  // namespace certreg::web
