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

// The words of the first look, with those in the places of doubtful ones and beside them that a look without
// layout shows more surely, once all sure words are painted over.
std::vector<reading::Word> with_second_look(const Picture& picture, std::vector<reading::Word> first,
                                            const std::vector<std::string>& languages,
                                            Recogniser& recogniser);

// Two readings of one page: `more` replaces the words that it stands upon when it is surer than all of them,
// and is added where nothing stands if it is sure enough. A word with figures that both read, as different
// ones, is doubtful thereafter; letters that only `more` reads with their accents get them. Pure.
std::vector<reading::Word> joined_readings(std::vector<reading::Word> first,
                                           const std::vector<reading::Word>& more);

bool is_doubtful(const reading::Word& word);

// The share of the smaller box that both cover, 0 to 1.
double shared_area(const Box& one, const Box& other);

}  // namespace certreg::worker
