// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of words out of what tesseract found.
#pragma once

#include <vector>

#include "certreg/reading/text.h"

namespace tesseract {
class ResultIterator;
}

namespace certreg::worker {

using WordLine = std::vector<reading::Word>;

bool has_east_asian(const WordLine& line);

// As boxes of a text layer do, those of the words reach from the line's ascent to its descent. Characters of
// East Asia have no such lines, and tesseract knows the places of single ones only roughly ("ー" is as high
// as its stroke): all words of a line with them get the line's height, and none begins before the one that it
// follows.
class LineReader {
 public:
  // `at` stands on the first word; boxes are in points.
  LineReader(tesseract::ResultIterator& at, double dpi) : at_(at), points_(72 / dpi) {}

  bool is_at_end() const { return is_at_end_; }
  // Words as they follow each other, with those that are blank.
  WordLine next();

 private:
  tesseract::ResultIterator& at_;
  double points_;
  bool is_at_end_ = false;
};

}  // namespace certreg::worker
