// A review as JSON: for programs.
#pragma once

#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "certreg/domain/review.h"

namespace certreg::report {

codec::Json to_json(const Review& review);

}  // namespace certreg::report
