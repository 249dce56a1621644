// What was read and waits for a person, newest first.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn proposal_list_page(const Visit& visit);

}  // namespace certreg::web
