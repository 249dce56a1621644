// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/word_doubt.h"

#include <algorithm>

#include "documents/worker/letters.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr double kWidestLetter = 1.6;  // of the font size: a word wider than its letters is something else
constexpr double kSameWidth = 0.85;    // the narrower of the wider: the very same word

}  // namespace

bool is_doubtful(const Word& word) {
  const auto letters = static_cast<double>(std::max<std::size_t>(1, characters_in(word.text)));
  return word.confidence < kSure || word.box.width > kWidestLetter * letters * word.font_size;
}

bool is_doubtful_stroke(const Word& word) { return letters_in(word.text) == 0 && is_doubtful(word); }

void dispute(Word& word) { word.confidence = std::min(word.confidence, reading::kDisputed); }

bool has_figure(const Word& word) {
  return std::ranges::any_of(word.text, [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool is_same_place(const Word& word, const Word& other) {
  const auto [narrow, wide] = std::minmax(word.box.width, other.box.width);
  return narrow > kSameWidth * wide && shared_area(word.box, other.box) > kSameWidth;
}

double shared_area(const Box& one, const Box& other) {
  const double width = std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x);
  const double height = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
  const double smaller = std::min(one.width * one.height, other.width * other.height);
  return width <= 0 || height <= 0 || smaller <= 0 ? 0 : width * height / smaller;
}

}  // namespace certreg::worker
