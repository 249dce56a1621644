// SPDX-License-Identifier: GPL-2.0-or-later
// Words with boxes -> lines in reading order.
#pragma once

#include <vector>

#include "certreg/reading/text.h"

namespace certreg::worker {

// A row of words is cut into several lines where a gap is wider than blanks are, so that columns, labels and
// values stay apart. Lines come from top to bottom, and in a row from left to right.
std::vector<reading::Line> lines_of(std::vector<reading::Word> words);

}  // namespace certreg::worker
