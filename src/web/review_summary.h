// A review in short: what a person looks through before it is frozen. The whole is in its files.
#pragma once

#include "certreg/domain/review.h"
#include "web/visit.h"

namespace certreg::web {

// Of the reference data: enough of it to tell versions apart.
std::string short_version(const std::string& version);

Data review_summary(const Review& review, const Visit& visit);

}  // namespace certreg::web
