// Choosing another password of one's own; who signed in with a one-time password may do nothing else.
#pragma once

#include "web/sign_in_page.h"
#include "web/visit.h"

namespace certreg::web {

// Both for somebody who is signed in. The second is refused without the session's form token.
Drawn password_form(const Visit& visit);
Drawn change_password(const Visit& visit, Door& door);

}  // namespace certreg::web
