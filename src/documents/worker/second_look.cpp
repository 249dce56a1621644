// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/second_look.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "documents/worker/letters.h"
#include "documents/worker/word_doubt.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr double kSureEnoughToAdd = 0.6;  // logos read as letters mostly stay below
constexpr double kSamePlace = 0.3;

bool is_worth_adding(const Word& word) {
  return word.confidence >= kSureEnoughToAdd && letters_in(word.text) > 0 && !is_doubtful(word);
}

// A stroke where letters stand is no reading of them, however sure.
bool yields_to(const Word& word, const Word& other) {
  return is_doubtful(word) && (letters_in(word.text) == 0 || word.confidence < other.confidence);
}

bool is_accented(UChar32 letter) { return letter >= 0x80 && u_isalpha(letter) != 0; }

struct Difference {
  bool any = false;            // a letter or a figure, in words of as many characters
  bool only_accented = false;  // where they differ, the second has letters beyond ASCII for those within
};

Difference difference_of(const Word& word, const Word& other) {
  const auto one = icu::UnicodeString::fromUTF8(word.text), two = icu::UnicodeString::fromUTF8(other.text);
  if (one.length() != two.length() || one == two) return {};
  Difference found{false, true};
  for (std::int32_t at = 0; at < one.length(); ++at) {
    const UChar32 mine = one.charAt(at), yours = two.charAt(at);
    if (mine == yours) continue;
    found.any |= u_isalnum(mine) != 0 && u_isalnum(yours) != 0;
    found.only_accented &= mine < 0x80 && u_isalpha(mine) != 0 && is_accented(yours);
  }
  return found;
}

// What a look in one language alone says of a word that another was sure of: English takes the accents of
// others for specks, and a figure that is read as two different ones is unsure, however sure each look was.
void settle(Word& word, const Word& other) {
  if (other.confidence < kSure || !is_same_place(word, other)) return;
  const auto [any, only_accented] = difference_of(word, other);
  if (!any) return;
  if (has_figure(word) || has_figure(other))
    dispute(word);
  else if (only_accented)
    word.text = other.text;
}

}  // namespace

std::vector<Word> joined_readings(std::vector<Word> first, const std::vector<Word>& more) {
  const std::size_t before = first.size();
  std::vector<bool> replaced(before, false);
  for (const Word& word : more) {
    std::vector<std::size_t> below;
    for (std::size_t index = 0; index < before; ++index)
      if (shared_area(first[index].box, word.box) > kSamePlace) below.push_back(index);
    const bool is_surer =
        std::ranges::all_of(below, [&](std::size_t index) { return yields_to(first[index], word); });
    if (!is_surer && below.size() == 1) settle(first[below.front()], word);
    if (!is_surer || (below.empty() && !is_worth_adding(word))) continue;
    for (std::size_t index : below) replaced[index] = true;
    first.push_back(word);
  }
  std::size_t index = 0;
  std::erase_if(first, [&](const Word&) { return index < before ? replaced[index++] : false; });
  std::erase_if(first, is_doubtful_stroke);
  return first;
}

}  // namespace certreg::worker
