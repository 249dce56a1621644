// A segment, and which of its names are gone since it was made. Immutable: whoever holds one sees what was
// there when it was published, whatever goes meanwhile.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "catalogue/name_segment.h"

namespace certreg::catalogue {

struct GoneNames {
  std::vector<std::uint64_t> bits;
  std::size_t count = 0;
};

struct LiveSegment {
  SegmentPtr segment;
  std::shared_ptr<const GoneNames> gone;  // null: none

  bool is_gone(NameId name) const {
    return gone != nullptr && (gone->bits[name / 64] >> (name % 64) & 1U) != 0;
  }
  std::size_t count_gone() const { return gone == nullptr ? 0 : gone->count; }
  std::size_t bytes() const;
};
using Segments = std::vector<LiveSegment>;

// With the names of these gone too: costs a bit for each name of a segment that has any of them.
LiveSegment without(LiveSegment live, std::span<const Slot> slots);
Segments without(Segments segments, std::span<const Slot> slots);

}  // namespace certreg::catalogue
