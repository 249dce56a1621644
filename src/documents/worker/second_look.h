// SPDX-License-Identifier: GPL-2.0-or-later
// What recognition of a whole page missed: on a certificate, text stands in scattered places between frames,
// seals and logos, and the analysis of its layout takes some of it for a picture.
#pragma once

#include <string>
#include <vector>

#include "certreg/reading/text.h"
#include "documents/worker/picture.h"
#include "documents/worker/recogniser.h"

namespace certreg::worker {

inline constexpr double kSure = 0.75;  // below, a word is doubtful

// The words of a page by several looks at it, in its languages by their likelihood.
std::vector<reading::Word> read_by_looks(const Picture& picture, const std::vector<std::string>& languages,
                                         Recogniser& recogniser);

// Two readings of one page: `more` replaces the words that it stands upon when it is surer than all of them,
// and is added where nothing stands if it is sure enough. A word with figures that both read, as different
// ones, is doubtful thereafter; letters that only `more` reads with their accents get them. Pure.
std::vector<reading::Word> joined_readings(std::vector<reading::Word> first,
                                           const std::vector<reading::Word>& more);

bool is_doubtful(const reading::Word& word);

// As wide, and where the other is.
bool is_same_place(const reading::Word& word, const reading::Word& other);

// What a look in one language alone says of a word that another was sure of: English takes the accents of
// others for specks, and a figure that is read as two different ones is unsure, however sure each look was.
void settle(reading::Word& word, const reading::Word& other);

// The share of the smaller box that both cover, 0 to 1.
double shared_area(const Box& one, const Box& other);

}  // namespace certreg::worker
