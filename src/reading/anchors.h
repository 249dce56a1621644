// Labels found in a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
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
  bool repeats = false;            // the same label in another language stands above it: the value is there
  std::string rest;                // what follows it in its segment up to the next label, without separators
  bool broken = false;             // it begins in the line above
  bool guessed = false;            // by its words: no file has it as a whole
};

// What remains of a text when the marks between a label and its value are taken away at both ends.
std::string_view without_separators(std::string_view text);

// A label counts at the beginning of a segment, after a separator, directly after another label (two
// languages), before a colon, at the end of its segment when it is a phrase, and anywhere when a date follows
// it at once. It may begin in the line above. One with words before it that change its meaning ("replaces
// certificate no.:") becomes Other.
std::vector<Anchor> find_anchors(const std::vector<Segment>& segments, const Labels& labels);

}  // namespace certreg::reading
