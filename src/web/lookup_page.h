// Draws the look-up page: the form, and when it was filled in, the answers or what is wrong with the
// question.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn lookup_page(const Visit& visit);

}  // namespace certreg::web
