// Pages of whoever administers the register: how it is, users, keys, sources and the audit trail.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn admin_page(const Visit& visit);    // how the system is, and where the others are
Drawn sources_page(const Visit& visit);  // each with its pages' state and what last became different
Drawn policy_page(const Visit& visit);
// `do` is preview, which says for whom something would change, or save.
Drawn change_policy(const Visit& visit);

Drawn audit_page(const Visit& visit);  // `before`: the number below which to go on

Drawn keys_page(const Visit& visit);
Drawn change_keys(
    const Visit& visit);  // `do` is create or revoke; a new key is shown on the page that answers

Drawn users_page(const Visit& visit);
Drawn change_users(const Visit& visit);  // `do` is create, change or password; the last is shown like a key

}  // namespace certreg::web
