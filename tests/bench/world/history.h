// How a certificate went through its cycles.
#pragma once

#include <vector>

#include "bench/world/holding.h"

namespace certreg::bench {

// Its issues up to today, oldest first: cycles of three years (ISO/IEC 17021-1, 9.1.3), editions as they
// changed.
std::vector<Issue> history_of(const Shape& shape, const Standard& standard, const std::string& country,
                              Draw& draw);

// The issue of an extension that was made with `parent`.
Issue extension_of(const Issue& parent, const Standard& standard, const std::string& country, Draw& draw);

}  // namespace certreg::bench
