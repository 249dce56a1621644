// Whose a proposal's certificate may be, for the review.
#pragma once

#include "web/proposal_view.h"

namespace certreg::web {

// The one proposed, else the holder's own, suppliers of similar names, and the one that it is of now.
Data suppliers_view(const Visit& visit, const Review& review);

}  // namespace certreg::web
