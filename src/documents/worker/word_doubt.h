// SPDX-License-Identifier: GPL-2.0-or-later
// How sure a recognised word is, and whether two looks speak of the same one. Pure.
#pragma once

#include "certreg/reading/text.h"

namespace certreg::worker {

inline constexpr double kSure = 0.75;  // below, a word is doubtful

bool is_doubtful(const reading::Word& word);
// No letter, and doubtful: a rule, a speck.
bool is_doubtful_stroke(const reading::Word& word);

// It is read in two ways, or something beside it could not be read.
void dispute(reading::Word& word);

bool has_figure(const reading::Word& word);

// As wide, and where the other is.
bool is_same_place(const reading::Word& word, const reading::Word& other);

// The share of the smaller box that both cover, 0 to 1.
double shared_area(const Box& one, const Box& other);

}  // namespace certreg::worker
