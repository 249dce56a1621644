// Labels found in a document, and the words that belong to them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/reading/labels.h"
#include "reading/segments.h"

namespace certreg::reading {

struct Anchor {
  LabelField field = LabelField::Other;
  bool weak = false;
  bool phrase = false;  // three words or more: it may stand within a sentence
  std::size_t segment = 0;
  std::size_t begin = 0, end = 0;  // bytes of the label in its segment
  std::string rest;                // what follows it in its segment up to the next label, without separators
};

// A label counts at the beginning of a segment, after a separator, directly after another label (two
// languages), or before a colon. One with words before it that change its meaning ("replaces certificate
// no.:") becomes Other.
std::vector<Anchor> find_anchors(const std::vector<Segment>& segments, const Labels& labels);

// What stands beside a label that nothing follows: to its right in the same row, and below it.
class Neighbours {
 public:
  Neighbours(const std::vector<Segment>& segments, const std::vector<Anchor>& anchors);

  const Segment* right_of(std::size_t segment) const;
  const Segment* below(std::size_t segment) const;
  // The next line of the same text block, whatever it begins with; null where the block ends.
  const Segment* next_in_block(std::size_t segment) const;

  bool begins_with_label(const Segment& segment) const;

 private:
  std::size_t index_of(const Segment& segment) const {
    return static_cast<std::size_t>(&segment - segments_.data());
  }

  const std::vector<Segment>& segments_;
  std::vector<bool> labelled_;
};

}  // namespace certreg::reading
