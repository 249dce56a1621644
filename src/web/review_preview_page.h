// /reviews/preview: a review is looked at, and frozen as it was looked at.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn review_preview_page(const Visit& visit);
Drawn freeze_review(const Visit& visit);        // once, however often its form is sent
Drawn review_preview_file(const Visit& visit);  // /reviews/preview/FORMAT

}  // namespace certreg::web
