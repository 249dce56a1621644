// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/second_look.h"

#include <leptonica/allheaders.h>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "documents/worker/first_pass.h"
#include "documents/worker/letters.h"
#include "documents/worker/line_looks.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr double kWidestLetter = 1.6;     // of the font size: a word wider than its letters is something else
constexpr double kSureEnoughToAdd = 0.6;  // logos read as letters mostly stay below
constexpr double kSamePlace = 0.3;
constexpr double kSecondLook = 0.87;       // of the resolution
constexpr double kSameWidth = 0.85;        // the narrower of the wider: the very same word
const std::string kLatinScript = "Latin";  // tesseract's data for all languages that are written in it
constexpr std::array kOtherScripts{"rus", "jpn", "kor", "chi_sim", "chi_tra"};

bool is_worth_adding(const Word& word) {
  return word.confidence >= kSureEnoughToAdd && letters_in(word.text) > 0 && !is_doubtful(word);
}

// A stroke where letters stand is no reading of them, however sure.
bool yields_to(const Word& word, const Word& other) {
  return is_doubtful(word) && (letters_in(word.text) == 0 || word.confidence < other.confidence);
}

bool has_figure(const Word& word) {
  return std::ranges::any_of(word.text, [](char byte) { return byte >= '0' && byte <= '9'; });
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

// English beside the page's own language is right for words of English only; and a name on an English page
// may be of any language, whose letters the data for the whole script have.
std::vector<std::string> languages_of_second_look(const std::vector<std::string>& languages,
                                                  const Recogniser& recogniser) {
  if (languages.empty() || std::ranges::find(kOtherScripts, languages.front()) != kOtherScripts.end())
    return languages;
  return {recogniser.has(kLatinScript) ? kLatinScript : languages.front()};
}

bool is_doubtful_stroke(const Word& word) { return letters_in(word.text) == 0 && is_doubtful(word); }

}  // namespace

bool is_doubtful(const Word& word) {
  const auto letters = static_cast<double>(std::max<std::size_t>(1, characters_in(word.text)));
  return word.confidence < kSure || word.box.width > kWidestLetter * letters * word.font_size;
}

bool is_same_place(const Word& word, const Word& other) {
  const auto [narrow, wide] = std::minmax(word.box.width, other.box.width);
  return narrow > kSameWidth * wide && shared_area(word.box, other.box) > kSameWidth;
}

void settle(Word& word, const Word& other) {
  if (other.confidence < kSure || !is_same_place(word, other)) return;
  const auto [any, only_accented] = difference_of(word, other);
  if (!any) return;
  if (has_figure(word) || has_figure(other))
    word.confidence = std::min(word.confidence, kDisputed);
  else if (only_accented)
    word.text = other.text;
}

double shared_area(const Box& one, const Box& other) {
  const double width = std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x);
  const double height = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
  const double smaller = std::min(one.width * one.height, other.width * other.height);
  return width <= 0 || height <= 0 || smaller <= 0 ? 0 : width * height / smaller;
}

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

namespace {

std::vector<Word> read_words(const Picture& picture, const Picture& smaller,
                             const std::vector<std::string>& languages, Recogniser& recogniser) {
  return joined_readings(
      recogniser.words(picture, languages),
      recogniser.words(smaller, languages_of_second_look(languages, recogniser), Layout::Scattered));
}

std::vector<Word> read_lines(const Picture& picture, const Picture& smaller,
                             const std::vector<std::string>& languages, Recogniser& recogniser) {
  auto lines = joined_lines(recogniser.lines(picture, languages, layout_for(languages)),
                            recogniser.lines(smaller, languages, Layout::Scattered));
  take_latin_words(lines, recogniser.words(picture, {kLatinScript}, Layout::Scattered));
  std::vector<Word> words;
  for (WordLine& line : lines) std::ranges::move(line, std::back_inserter(words));
  std::erase_if(words, is_doubtful_stroke);
  return words;
}

}  // namespace

std::vector<Word> read_by_looks(const Picture& picture, const std::vector<std::string>& languages,
                                Recogniser& recogniser) {
  // At another resolution the same letters fall on other dots, and what was misread is mostly read.
  const Picture smaller = scaled_to(picture, kSecondLook * picture.dpi);
  return is_east_asian(languages) ? read_lines(picture, smaller, languages, recogniser)
                                  : read_words(picture, smaller, languages, recogniser);
}

}  // namespace certreg::worker
