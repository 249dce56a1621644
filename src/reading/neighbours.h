// Which pieces of a text stand beside and below each other.
#pragma once

#include <optional>
#include <vector>

#include "reading/anchors.h"
#include "reading/segments.h"

namespace certreg::reading {

// The line close above a segment, in reading order before it; null when there is none.
const Segment* line_above(const std::vector<Segment>& segments, std::size_t segment);

// The nearest to the right of a segment in its row; null when there is none.
const Segment* next_in_row(const std::vector<Segment>& segments, std::size_t segment);

// What stands beside a label that nothing follows: to its right in the same row, and below it.
class Neighbours {
 public:
  Neighbours(const std::vector<Segment>& segments, const std::vector<Anchor>& anchors);

  void learn(const std::vector<Anchor>& anchors);  // labels, these and no others

  const Segment* right_of(std::size_t segment) const;
  const Segment* below(std::size_t segment) const;
  // The next line of the same text block, whatever it begins with; null where the block ends.
  const Segment* next_in_block(std::size_t segment) const;

  // The line close above that begins with no label, where a value may stand over its label; null else.
  const Segment* above(std::size_t segment) const;
  const Segment* left_of(const Segment& segment) const;  // the nearest in its row, labels too
  // What the label announces that stands to the left of a segment in its row; nullopt without one, and where
  // the label has a column of its own, its value below it.
  std::optional<LabelField> label_left_of(const Segment& segment) const;
  bool is_over_own_value(
      const Segment& label) const;  // a bare label of a day or a number, which stands below it
  bool is_bare_label(const Segment& segment) const;  // nothing follows the label in it
  // Anything stands to the left in the same row.
  bool has_left(const Segment& segment) const;

  bool begins_with_label(const Segment& segment) const;

 private:
  std::size_t index_of(const Segment& segment) const {
    return static_cast<std::size_t>(&segment - segments_.data());
  }

  const std::vector<Segment>& segments_;

  std::vector<bool> labelled_;
  std::vector<std::optional<LabelField>> bare_;  // of segments that are a label and nothing else
};

}  // namespace certreg::reading
