// SPDX-License-Identifier: GPL-2.0-or-later
// Two looks at a page in Chinese, Japanese or Korean. Tesseract gives its characters one by one or in pieces
// of words, and places them only roughly, so that looks are compared by line. Pure.
#pragma once

#include <vector>

#include "documents/worker/line_reader.h"

namespace certreg::worker {

// Of each line the surer reading, as long as it is no shorter, and lines that only the second has when they
// are sure. A character that the two read differently, or that one of them lacks in the midst of a line, is
// doubtful thereafter, as is what it stands between.
std::vector<WordLine> joined_lines(const std::vector<WordLine>& first_look,
                                   const std::vector<WordLine>& second_look);

// Where such a look is worth its time, in points: the lines with a word in Latin letters that has a figure or
// is doubtful, each whole, with a margin.
std::vector<Box> places_for_latin(const std::vector<WordLine>& lines);

// `latin` is a look for Latin letters alone, which sees numbers and names better: its word replaces one in
// such letters at the same place when it is surer, and one with figures becomes doubtful when
// this look is sure of others, or reads a long number otherwise at all.
void take_latin_words(std::vector<WordLine>& lines, const std::vector<reading::Word>& latin);

}  // namespace certreg::worker
