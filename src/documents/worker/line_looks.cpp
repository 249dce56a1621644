// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/line_looks.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

#include "documents/worker/letters.h"
#include "documents/worker/recogniser.h"
#include "documents/worker/word_doubt.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr double kSomewhere = 0.1;
constexpr double kSameLine = 0.5;          // of the smaller of two lines' boxes
constexpr double kSurer = 0.02;            // mean confidence
constexpr double kAsLong = 0.9;            // of the letters
constexpr std::size_t kLeastOfNumber = 6;  // a shorter one is a day's, of which the look for Latin letters
                                           // sees the characters beside it as figures
constexpr std::size_t kLeastLetters = 2;   // of a line that only one look has

constexpr std::size_t kLongestLine = 1000;  // characters: longer is no line, and would take long to compare

struct Character {
  UChar32 value = 0;
  std::size_t word = 0;
};

Box box_of(const WordLine& line) {
  Box box = line.front().box;
  double right = box.x + box.width, bottom = box.y + box.height;
  for (const Word& word : line) {
    box.x = std::min(box.x, word.box.x);
    box.y = std::min(box.y, word.box.y);
    right = std::max(right, word.box.x + word.box.width);
    bottom = std::max(bottom, word.box.y + word.box.height);
  }
  return {box.x, box.y, right - box.x, bottom - box.y};
}

std::vector<Character> characters_of(const WordLine& line) {
  std::vector<Character> characters;
  for (std::size_t index = 0; index < line.size(); ++index) {
    const auto text = icu::UnicodeString::fromUTF8(line[index].text);
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
      if (u_isalnum(text.char32At(at)) != 0) characters.push_back({text.char32At(at), index});
  }
  return characters;
}

struct Match {
  std::size_t one = 0, other = 0;
};

// The longest common sequence of characters.
std::vector<Match> matches_of(const std::vector<Character>& one, const std::vector<Character>& other) {
  std::vector<std::vector<std::uint32_t>> longest(one.size() + 1,
                                                  std::vector<std::uint32_t>(other.size() + 1));
  for (std::size_t i = one.size(); i-- > 0;)
    for (std::size_t j = other.size(); j-- > 0;)
      longest[i][j] = one[i].value == other[j].value ? longest[i + 1][j + 1] + 1
                                                     : std::max(longest[i + 1][j], longest[i][j + 1]);
  std::vector<Match> matches;
  for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();)
    if (one[i].value == other[j].value)
      matches.push_back({i++, j++});
    else if (longest[i + 1][j] >= longest[i][j + 1])
      ++i;
    else
      ++j;
  return matches;
}

class Dispute {
 public:
  Dispute(WordLine& line, const WordLine& other)
      : line_(line), other_(other), mine_(characters_of(line)), yours_(characters_of(other)) {}

  void mark() {
    if (mine_.size() > kLongestLine || yours_.size() > kLongestLine) return;
    const auto matches = matches_of(mine_, yours_);
    if (matches.empty()) return;
    mark_end(0, matches.front().one, 0, matches.front().other);
    for (std::size_t at = 1; at < matches.size(); ++at) mark_between(matches[at - 1], matches[at]);
    mark_end(matches.back().one + 1, mine_.size(), matches.back().other + 1, yours_.size());
  }

 private:
  // At its ends a line may go on in another column.
  void mark_end(std::size_t from, std::size_t to, std::size_t other_from, std::size_t other_to) {
    if (from < to && other_from < other_to && is_sure(other_from, other_to)) doubt(from, to);
  }

  void mark_between(Match before, Match after) {
    const bool same = before.one + 1 == after.one && before.other + 1 == after.other;
    if (same || !is_sure(before.other, after.other + 1)) return;
    const bool lacks = before.one + 1 == after.one;
    doubt(lacks ? before.one : before.one + 1, lacks ? after.one + 1 : after.one);
  }

  bool is_sure(std::size_t from, std::size_t to) const {
    for (; from < to; ++from)
      if (is_doubtful(other_[yours_[from].word])) return false;
    return true;
  }

  void doubt(std::size_t from, std::size_t to) {
    for (; from < to; ++from) {
      double& confidence = line_[mine_[from].word].confidence;
      confidence = std::min(confidence, reading::kDisputed);
    }
  }

  WordLine& line_;
  const WordLine& other_;
  std::vector<Character> mine_, yours_;
};

std::size_t letters_of(const WordLine& line) {
  std::size_t letters = 0;
  for (const Word& word : line) letters += letters_in(word.text);
  return letters;
}

bool is_better(const WordLine& line, const WordLine& than) {
  const double sureness = mean_confidence(than);
  if (mean_confidence(line) <= sureness + kSurer) return false;
  return sureness < kSure ||
         static_cast<double>(letters_of(line)) >= kAsLong * static_cast<double>(letters_of(than));
}

bool is_latin(const Word& word) {
  return std::ranges::all_of(word.text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; }) &&
         letters_in(word.text) > 0;
}

// Bold letters are found twice now and then.
std::vector<WordLine> each_once(const std::vector<WordLine>& lines) {
  std::vector<WordLine> kept;
  for (const WordLine& line : lines) {
    const auto same = std::ranges::find_if(
        kept, [&](const WordLine& other) { return shared_area(box_of(other), box_of(line)) > kSameLine; });
    if (same == kept.end())
      kept.push_back(line);
    else if (is_better(line, *same))
      *same = line;
  }
  return kept;
}

}  // namespace

std::vector<WordLine> joined_lines(const std::vector<WordLine>& first_look,
                                   const std::vector<WordLine>& second_look) {
  std::vector<WordLine> first = each_once(first_look);
  const std::vector<WordLine> more = each_once(second_look);
  std::vector<bool> is_new(more.size(), true);
  for (WordLine& line : first) {
    const Box box = box_of(line);
    WordLine other;
    for (std::size_t index = 0; index < more.size(); ++index) {
      const double shared = shared_area(box, box_of(more[index]));
      if (shared > kSomewhere) is_new[index] = false;
      if (shared > kSameLine) other.insert(other.end(), more[index].begin(), more[index].end());
    }
    if (other.empty()) continue;
    std::ranges::stable_sort(other, {}, [](const Word& word) { return word.box.x; });
    if (is_better(other, line)) std::swap(line, other);
    Dispute(line, other).mark();
  }
  for (std::size_t index = 0; index < more.size(); ++index)
    if (is_new[index] && mean_confidence(more[index]) >= kSure && letters_of(more[index]) >= kLeastLetters)
      first.push_back(more[index]);
  return first;
}

std::vector<Box> places_for_latin(const std::vector<WordLine>& lines) {
  constexpr double kMargin = 0.4;  // of the line's height
  std::vector<Box> places;
  for (const WordLine& line : lines) {
    const bool asks = std::ranges::any_of(
        line, [](const Word& word) { return is_latin(word) && (has_figure(word) || is_doubtful(word)); });
    if (!asks) continue;
    const Box box = box_of(line);
    const double margin = kMargin * box.height;
    places.push_back({box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin});
  }
  return places;
}

void take_latin_words(std::vector<WordLine>& lines, const std::vector<Word>& latin) {
  for (WordLine& line : lines)
    for (Word& word : line) {
      if (!is_latin(word)) continue;
      const auto same = std::ranges::find_if(
          latin, [&](const Word& other) { return is_latin(other) && is_same_place(word, other); });
      if (same == latin.end()) continue;
      if (same->text == word.text)
        word.confidence = std::max(word.confidence, same->confidence);
      else if (is_doubtful(word) && same->confidence > word.confidence)
        word = *same;
      else if (has_figure(word) && (!is_doubtful(*same) || word.text.size() >= kLeastOfNumber))
        dispute(word);
    }
}

}  // namespace certreg::worker
