// Looks for names in segments. Thread-safe.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "catalogue/segment_builder.h"
#include "certreg/catalogue/name_index.h"

namespace certreg::catalogue {

struct FoundName {
  NameOf of;
  NameMatchKind kind{};
  float score = 0;
};

// Each slot once, with its best name; the best first, equal ones by slot.
std::vector<FoundName> search_segments(const Segments& segments, std::string_view text, std::size_t wanted,
                                       const NameIndex::Filter& filter);

}  // namespace certreg::catalogue
