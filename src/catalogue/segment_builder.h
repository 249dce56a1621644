// Makes segments of names and of other segments. Thread-safe.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "catalogue/live_segment.h"

namespace certreg::catalogue {

struct NewName {
  NameOf of;
  std::string_view text;
};

struct SegmentParts {
  std::span<const NewName> names;
  Segments merged;  // what is not gone from them is taken over
  Segments beside;  // stay: words weigh as much as in all together
};

// Names without any letter or figure are left out.
SegmentPtr build_segment(const SegmentParts& parts, unsigned threads);

}  // namespace certreg::catalogue
