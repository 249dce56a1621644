// /alerts: what would be sent; /alerts/messages: what was; /alerts/preferences: when somebody wants it.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn alerts_page(const Visit& visit);
Drawn messages_page(const Visit& visit);
Drawn preferences_page(const Visit& visit);
Drawn save_preference(const Visit& visit);

}  // namespace certreg::web
