#include "reading/sheet.h"

#include <algorithm>

namespace certreg::reading {

Sheet::Sheet(const Text& source, const Labels& words, const Reference& world)
    : text(source),
      labels(words),
      reference(world),
      segments(segments_of(source)),
      anchors(find_anchors(segments, words)),
      neighbours(segments, anchors) {
  std::string whole;
  for (const Segment& segment : segments) whole += segment.text + '\n';
  orders.learn(whole);
}

std::vector<Value> values_of(const Sheet& sheet, const Anchor& anchor) {
  if (!anchor.rest.empty()) return {{anchor.rest, &sheet.segments[anchor.segment]}};
  std::vector<Value> values;
  if (const Segment* right = sheet.neighbours.right_of(anchor.segment))
    values.push_back({right->text, right});
  if (const Segment* below = sheet.neighbours.below(anchor.segment)) values.push_back({below->text, below});
  return values;
}

std::optional<TextCandidate> settle(std::vector<TextCandidate> candidates, std::string_view field,
                                    std::string_view why, Draft& draft) {
  bool any_strong =
      std::ranges::any_of(candidates, [](const TextCandidate& candidate) { return !candidate.weak; });
  if (any_strong) std::erase_if(candidates, [](const TextCandidate& candidate) { return candidate.weak; });
  if (candidates.empty()) return std::nullopt;
  bool one = std::ranges::all_of(
      candidates, [&](const TextCandidate& candidate) { return candidate.key == candidates.front().key; });
  if (one) return candidates.front();
  if (!any_strong) return std::nullopt;
  Ambiguity ambiguity{std::string(field), std::string(why), {}};
  for (TextCandidate& candidate : candidates) {
    bool known = std::ranges::any_of(ambiguity.candidates,
                                     [&](const Candidate& other) { return other.value == candidate.value; });
    if (!known) ambiguity.candidates.push_back({candidate.value, candidate.quote});
  }
  draft.ambiguities.push_back(std::move(ambiguity));
  return std::nullopt;
}

}  // namespace certreg::reading
