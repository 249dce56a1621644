// /reviews: finished supplier reviews, each with its files; and where a new one begins.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn reviews_page(const Visit& visit);
Drawn review_page(const Visit& visit);  // /reviews/ID and /reviews/ID/FORMAT

}  // namespace certreg::web
