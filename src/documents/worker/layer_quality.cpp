// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/layer_quality.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "documents/worker/languages.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr std::size_t kLeastBytesOfText = 40;
constexpr std::size_t kFewWords = 40;  // a certificate in text alone has more
constexpr std::size_t kLeastWordsToJudge = 10;
constexpr std::size_t kLongWord = 4;
constexpr double kNonsenseCharacters = 0.1;  // bullets of symbol fonts are some in a thousand
constexpr double kNonsenseVowelless = 0.4;   // names and abbreviations make up to a tenth
constexpr double kDoubtfulVowelless = 0.2;
constexpr double kDoubtfulKnown = 0.02;   // in the languages that are known a quarter of all words is
constexpr double kDoubtfulBroken = 0.05;  // words with digits or signs amid their letters
constexpr double kAboutAsMany = 0.9;

std::string joined(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) {
    text += word.text;
    text += ' ';
  }
  return text;
}

bool is_no_character(UChar32 letter) {
  switch (u_charType(letter)) {
    case U_CONTROL_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
    case U_SURROGATE:
      return true;
    default:
      return letter < 0 || letter == 0xFFFD;
  }
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double share_of_no_characters(std::string_view text) {
  const auto characters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::size_t all = 0, wrong = 0;
  for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
    ++all;
    if (is_no_character(characters.char32At(at))) ++wrong;
  }
  return share(wrong, all);
}

bool is_latin(std::string_view word) {
  return std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

struct Words {
  std::size_t long_ones = 0, vowelless = 0, alphabetic = 0;
};

Words counted(const std::vector<std::string>& folded) {
  Words words;
  for (const std::string& word : folded) {
    if (word.size() >= 2) ++words.alphabetic;
    if (word.size() < kLongWord || !is_latin(word)) continue;
    ++words.long_ones;
    if (word.find_first_of("aeiouy") == std::string::npos) ++words.vowelless;
  }
  return words;
}

// A letter, then something that joins no words, then a letter; codes have no small ones. Scripts without
// capitals set figures amid their letters, as in 2024年3月18日.
bool is_broken(std::string_view word) {
  constexpr std::string_view kJoints = "'-./@&:_";
  const auto letters = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  bool after_letter = false, after_break = false, any_small = false, is_broken_off = false;
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const UChar32 letter = letters.char32At(at);
    const bool is_letter = u_hasBinaryProperty(letter, UCHAR_CASED) != 0;
    any_small |= u_islower(letter) != 0;
    is_broken_off |= is_letter && after_break;
    if (!is_letter)
      after_break = (after_letter || after_break) && letter <= 0x7F &&
                    kJoints.find(static_cast<char>(letter)) == std::string_view::npos;
    after_letter = is_letter;
  }
  return is_broken_off && any_small;
}

bool is_broken_text(const std::vector<Word>& words) {
  const auto broken = std::ranges::count_if(words, [](const Word& word) { return is_broken(word.text); });
  return words.size() >= kLeastWordsToJudge &&
         share(static_cast<std::size_t>(broken), words.size()) > kDoubtfulBroken;
}

bool is_unknown_text(const std::string& text, const Words& counts) {
  return share(counts.vowelless, counts.long_ones) > kDoubtfulVowelless ||
         known_words(text) < kDoubtfulKnown * static_cast<double>(counts.alphabetic);
}

}  // namespace

LayerVerdict judge_layer(const std::vector<Word>& words, const PageFacts& facts) {
  const std::string text = joined(words);
  if (text.size() < kLeastBytesOfText) return LayerVerdict::Empty;
  if (share_of_no_characters(text) > kNonsenseCharacters) return LayerVerdict::Nonsense;
  const Words counts = counted(folded_words(text));
  const bool can_judge = counts.long_ones >= kLeastWordsToJudge;
  if (can_judge && share(counts.vowelless, counts.long_ones) > kNonsenseVowelless)
    return LayerVerdict::Nonsense;
  if (facts.has_page_wide_picture && facts.is_invisible) return LayerVerdict::Doubtful;
  if (is_broken_text(words) || (can_judge && is_unknown_text(text, counts))) return LayerVerdict::Doubtful;
  return words.size() < kFewWords && facts.has_large_picture ? LayerVerdict::Sparse : LayerVerdict::Good;
}

bool is_recognition_better(const std::vector<Word>& layer, const std::vector<Word>& recognised,
                           bool is_invisible) {
  const double before = known_words(joined(layer)), after = known_words(joined(recognised));
  return is_invisible ? after >= kAboutAsMany * before : after > before;
}

}  // namespace certreg::worker
