// A form that was sent when its session had ended: nothing was done, and nothing that was typed is lost.
#pragma once

#include "web/visit.h"

namespace certreg::web {

// What was typed, for copying, and the way back to the form. Status 403.
Drawn lost_form(const Visit& visit);

}  // namespace certreg::web
