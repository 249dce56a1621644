// Signing in with an account of somebody else's: the way there, and the way back.
#pragma once

#include "certreg/web/pages.h"
#include "web/sign_in_page.h"
#include "web/visit.h"

namespace certreg::web {

// Both where `door.oidc` is there. `network`: the visitor's.
Drawn go_elsewhere(const Visit& visit, Door& door, const std::string& network);
Drawn come_back(const Visit& visit, Door& door, const PagesLog& log);

}  // namespace certreg::web
