#include "reading/neighbours.h"

#include <algorithm>

namespace certreg::reading {
namespace {

double right(const Box& box) { return box.x + box.width; }
double bottom(const Box& box) { return box.y + box.height; }

bool share_a_row(const Box& one, const Box& other) {
  double shared = std::min(bottom(one), bottom(other)) - std::max(one.y, other.y);
  return shared > 0.5 * std::min(one.height, other.height);
}

bool share_a_column(const Box& one, const Box& other) {
  return std::min(right(one), right(other)) - std::max(one.x, other.x) > 1;
}

bool is_in_row(const Segment& one, const Segment& other) { return share_a_row(one.box, other.box); }

bool is_separator_only(const Segment& segment) { return without_separators(segment.text).empty(); }

constexpr std::size_t kNear = 80;    // segments before and after among which neighbours are sought
constexpr std::size_t kBracket = 1;  // bytes before a label that do not part it from the line's beginning
constexpr double kOverlap = 0.4;     // of the height: lines set solid, whose boxes overlap

}  // namespace

const Segment* line_above(const std::vector<Segment>& segments, std::size_t segment) {
  const Segment& lower = segments[segment];
  const Segment* nearest = nullptr;
  for (std::size_t at = segment < kNear ? 0 : segment - kNear; at < segment; ++at) {
    const Segment& other = segments[at];
    if (other.page_index != lower.page_index || !share_a_column(other.box, lower.box)) continue;
    if (lower.box.y < bottom(other.box) - kOverlap * other.box.height) continue;
    if (lower.box.y - bottom(other.box) > other.box.height) continue;
    if (nearest == nullptr || other.box.y > nearest->box.y) nearest = &other;
  }
  return nearest;
}

const Segment* next_in_row(const std::vector<Segment>& segments, std::size_t segment) {
  const Segment& left = segments[segment];
  const Segment* nearest = nullptr;
  for (std::size_t at = segment < kNear ? 0 : segment - kNear;
       at < std::min(segments.size(), segment + kNear); ++at) {
    const Segment& other = segments[at];
    if (at == segment || other.page_index != left.page_index || !share_a_row(left.box, other.box)) continue;
    if (other.box.x < right(left.box) - 1 || is_separator_only(other)) continue;
    if (nearest == nullptr || other.box.x < nearest->box.x) nearest = &other;
  }
  return nearest;
}

Neighbours::Neighbours(const std::vector<Segment>& segments, const std::vector<Anchor>& anchors)
    : segments_(segments) {
  learn(anchors);
}

void Neighbours::learn(const std::vector<Anchor>& anchors) {
  labelled_.assign(segments_.size(), false);
  bare_.assign(segments_.size(), std::nullopt);
  for (const Anchor& anchor : anchors) {
    if (anchor.begin <= kBracket) labelled_[anchor.segment] = true;
    if (anchor.begin <= kBracket && anchor.rest.empty()) bare_[anchor.segment] = anchor.field;
  }
}

const Segment* Neighbours::left_of(const Segment& segment) const {
  const std::size_t index = index_of(segment);
  const Segment* nearest = nullptr;
  for (std::size_t at = index < kNear ? 0 : index - kNear; at < std::min(segments_.size(), index + kNear);
       ++at) {
    const Segment& other = segments_[at];
    if (at == index || other.page_index != segment.page_index || !share_a_row(segment.box, other.box))
      continue;
    if (right(other.box) > segment.box.x + 1 || is_separator_only(other)) continue;
    if (nearest == nullptr || right(other.box) > right(nearest->box)) nearest = &other;
  }
  return nearest;
}

std::optional<LabelField> Neighbours::label_left_of(const Segment& segment) const {
  const Segment* left = left_of(segment);
  return left == nullptr || is_over_own_value(*left) ? std::nullopt : bare_[index_of(*left)];
}

// In a column of its own, a day or a number under its label.
bool Neighbours::is_over_own_value(const Segment& label) const {
  constexpr double kSameMargin = 2;  // points
  const auto field = bare_[index_of(label)];
  if (!field || !label.has_position) return false;
  const Segment* value = next_in_block(index_of(label));
  return value != nullptr && std::abs(value->box.x - label.box.x) < kSameMargin &&
         !begins_with_label(*value) && value->box.y - bottom(label.box) < label.box.height &&
         std::ranges::any_of(value->text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool Neighbours::is_bare_label(const Segment& segment) const { return bare_[index_of(segment)].has_value(); }

bool Neighbours::has_left(const Segment& segment) const { return left_of(segment) != nullptr; }

const Segment* Neighbours::above(std::size_t segment) const {
  const Segment* line = line_above(segments_, segment);
  return line == nullptr || begins_with_label(*line) ? nullptr : line;
}

bool Neighbours::begins_with_label(const Segment& segment) const { return labelled_[index_of(segment)]; }

const Segment* Neighbours::right_of(std::size_t segment) const {
  const Segment& label = segments_[segment];
  const Segment* nearest = next_in_row(segments_, segment);
  if (nearest == nullptr || begins_with_label(*nearest)) return nullptr;
  // What stands under a label of its own is that one's.
  const Segment* above = line_above(segments_, index_of(*nearest));
  const bool other_label =
      above != nullptr && above != &label && bare_[index_of(*above)] && !is_in_row(*above, label);
  return other_label ? nullptr : nearest;
}

const Segment* Neighbours::next_in_block(std::size_t segment) const {
  const Segment& upper = segments_[segment];
  const Segment* nearest = nullptr;
  for (std::size_t at = segment + 1; at < std::min(segments_.size(), segment + kNear); ++at) {
    const Segment& other = segments_[at];
    if (other.page_index != upper.page_index || !share_a_column(upper.box, other.box)) continue;
    if (other.box.y < bottom(upper.box) - kOverlap * upper.box.height || is_separator_only(other)) continue;
    if (nearest == nullptr || other.box.y < nearest->box.y) nearest = &other;
  }
  return nearest;
}

const Segment* Neighbours::below(std::size_t segment) const {
  const Segment& label = segments_[segment];
  const Segment* next = next_in_block(segment);
  // The label in a second language: the value is below both.
  if (next != nullptr && bare_[segment] && bare_[index_of(*next)] == bare_[segment])
    return below(index_of(*next));
  if (next == nullptr || begins_with_label(*next)) return nullptr;
  double gap = next->box.y - bottom(label.box);
  return gap <= 3 * std::max(label.box.height, next->box.height) ? next : nullptr;
}

}  // namespace certreg::reading
