// One proposal: what was read, field by field beside the document, and what a person decides on it.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn proposal_page(const Visit& visit);    // GET /proposals/{id}
Drawn decide_proposal(const Visit& visit);  // POST /proposals/{id}/accept and .../reject

// What became of the proposal that the query names as `done`: has_done, done, done_id, done_address.
void set_done(const Visit& visit, Data& view);

}  // namespace certreg::web
