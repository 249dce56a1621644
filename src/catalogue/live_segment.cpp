#include "catalogue/live_segment.h"

namespace certreg::catalogue {
namespace {

std::vector<NameId> names_of(const LiveSegment& live, std::span<const Slot> slots) {
  std::vector<NameId> names;
  for (const auto slot : slots)
    for (const auto name : live.segment->names_of(slot))
      if (!live.is_gone(name)) names.push_back(name);
  return names;
}

}  // namespace

std::size_t LiveSegment::bytes() const {
  return segment->bytes() + (gone == nullptr ? 0 : gone->bits.size() * sizeof(std::uint64_t));
}

// A slot may be there twice.
LiveSegment without(LiveSegment live, std::span<const Slot> slots) {
  const auto names = names_of(live, slots);
  if (names.empty()) return live;
  auto gone = live.gone == nullptr ? std::make_shared<GoneNames>() : std::make_shared<GoneNames>(*live.gone);
  gone->bits.resize(live.segment->size() / 64 + 1);
  for (const auto name : names) {
    auto& word = gone->bits[name / 64];
    const auto bit = std::uint64_t{1} << (name % 64);
    gone->count += (word & bit) == 0 ? 1 : 0;
    word |= bit;
  }
  live.gone = std::move(gone);
  return live;
}

Segments without(Segments segments, std::span<const Slot> slots) {
  for (auto& live : segments) live = without(std::move(live), slots);
  return segments;
}

}  // namespace certreg::catalogue
