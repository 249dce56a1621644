// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/lines.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "documents/worker/letters.h"

namespace certreg::worker {
namespace {

using reading::Line;
using reading::Word;

constexpr double kColumnGap =
    1.1;  // of the font size; blanks are 0.2 to 0.4 wide, in justified text up to 0.9
constexpr double kRoughColumnGap = 1.8;
constexpr double kBlankGap = 0.12;        // narrower is no blank: Chinese and Japanese, or a word in pieces
constexpr double kWideBlankGap = 0.65;    // between Chinese and Japanese letters
constexpr double kSetApart = 3;           // of the font size: between characters of one label
constexpr double kNarrowGap = 0.7;        // of the font size: between columns that stand close, nothing less
constexpr double kSameStart = 1.2;        // points between beginnings that are one column's
constexpr std::size_t kRowsOfColumn = 5;  // rows above and below that are asked for a column's beginning
constexpr std::size_t kProofs = 2;        // of them must show it
constexpr std::size_t kLeastJustified = 5;  // words
constexpr double kEqualGaps = 1.25;         // the widest to the least
constexpr double kWidestJustified = 2.5;    // of the font size
constexpr double kOtherSize = 1.9;  // times as large is a watermark or a capital, not a word of the row

double bottom(const Box& box) { return box.y + box.height; }
double right(const Box& box) { return box.x + box.width; }

double size_of(const Word& word) { return word.font_size > 0 ? word.font_size : word.box.height; }

bool are_in_one_row(const Box& row, const Box& word) {
  if (std::max(row.height, word.height) > kOtherSize * std::min(row.height, word.height)) return false;
  double shared = std::min(bottom(row), bottom(word)) - std::max(row.y, word.y);
  return shared > 0.5 * std::min(row.height, word.height);
}

void grow(Box& box, const Box& by) {
  double far_right = std::max(right(box), right(by)), low = std::max(bottom(box), bottom(by));
  box.x = std::min(box.x, by.x);
  box.y = std::min(box.y, by.y);
  box.width = far_right - box.x;
  box.height = low - box.y;
}

// Compared with a row's first word, not with its growing box: else slanted text becomes one row. A word of
// another size that stands between two words of a row (a watermark) does not end the row.
std::vector<std::vector<Word>> rows_of(std::vector<Word> words) {
  std::ranges::stable_sort(words, {}, [](const Word& word) { return word.box.y + word.box.height / 2; });
  std::vector<std::vector<Word>> rows;
  constexpr std::size_t kOpenRows = 4;
  for (Word& word : words) {
    std::size_t open = rows.size() < kOpenRows ? 0 : rows.size() - kOpenRows;
    std::size_t at = rows.size();
    while (at > open && !are_in_one_row(rows[at - 1].front().box, word.box)) --at;
    if (at == open)
      rows.push_back({std::move(word)});
    else
      rows[at - 1].push_back(std::move(word));
  }
  return rows;
}

bool is_wide(unsigned char lead) { return lead >= 0xE3 && lead < 0xEE; }

// Chinese and Japanese are set without blanks; recognition gives their words one by one.
bool joins(std::string_view text, std::string_view word) {
  if (text.empty() || word.empty()) return false;
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
  const bool korean = static_cast<unsigned char>(text[last]) >= 0xEA;
  return !korean && is_wide(static_cast<unsigned char>(text[last])) &&
         is_wide(static_cast<unsigned char>(word.front()));
}

void append(Line& line, Word word, double gap) {
  const double blank = joins(line.text, word.text) ? kWideBlankGap : kBlankGap;
  if (!line.text.empty() && !word.text.empty() && gap > blank * size_of(word)) line.text += ' ';
  line.text += word.text;
  grow(line.box, word.box);
  line.words.push_back(std::move(word));
}

Line start_line(Word word) {
  Line line;
  line.box = word.box;
  line.text = word.text;
  line.words.push_back(std::move(word));
  return line;
}

// The beginnings of what stands in each row after a gap that is a column's for certain.
using Starts = std::vector<std::vector<double>>;

bool is_column_gap(const Word& before, const Word& word, double gap) {
  return gap > kColumnGap * std::max(size_of(word), size_of(before));
}

// Recognition places characters of East Asia roughly, and their marks take but half of their cells.
bool is_column_gap_between_characters(const Word& before, const Word& word, double gap) {
  return gap > kRoughColumnGap * std::max(size_of(word), size_of(before));
}

Starts starts_of(const std::vector<std::vector<Word>>& rows) {
  Starts starts(rows.size());
  for (std::size_t at = 0; at < rows.size(); ++at)
    for (std::size_t word = 0; word < rows[at].size(); ++word)
      if (word == 0 || is_column_gap(rows[at][word - 1], rows[at][word],
                                     rows[at][word].box.x - right(rows[at][word - 1].box)))
        starts[at].push_back(rows[at][word].box.x);
  return starts;
}

// A word behind a narrow gap begins a column where neighbouring rows begin theirs.
bool begins_column(const Starts& starts, std::size_t row, double x) {
  std::size_t proofs = 0;
  std::size_t first = row < kRowsOfColumn ? 0 : row - kRowsOfColumn;
  for (std::size_t at = first; at < std::min(starts.size(), row + kRowsOfColumn + 1); ++at)
    if (at != row &&
        std::ranges::any_of(starts[at], [&](double other) { return std::abs(other - x) < kSameStart; }))
      ++proofs;
  return proofs >= kProofs;
}

// A line that is stretched to both margins: all its gaps are equally wide.
bool is_justified(const std::vector<Word>& row) {
  if (row.size() < kLeastJustified) return false;
  double least = row[1].box.x - right(row[0].box), most = least;
  for (std::size_t at = 1; at < row.size(); ++at) {
    const double gap = row[at].box.x - right(row[at - 1].box);
    least = std::min(least, gap);
    most = std::max(most, gap);
  }
  return least > 0 && most < kEqualGaps * least && most < kWidestJustified * size_of(row.front());
}

// A label in Chinese, Japanese or Korean whose characters are spread over its column: "発 行 日".
bool are_set_apart(const Line& line, const Word& word, double gap) {
  const auto is_single = [](const Word& one) {
    return characters_in(one.text) == 1 && is_wide(static_cast<unsigned char>(one.text.front()));
  };
  return gap < kSetApart * size_of(word) && is_single(word) && std::ranges::all_of(line.words, is_single);
}

class Cutter {
 public:
  explicit Cutter(std::vector<std::vector<Word>> rows) : rows_(std::move(rows)) {
    for (auto& row : rows_) std::ranges::stable_sort(row, {}, [](const Word& word) { return word.box.x; });
    starts_ = starts_of(rows_);
  }

  std::vector<Line> cut() {
    for (std::size_t row = 0; row < rows_.size(); ++row) cut_row(row);
    return std::move(lines_);
  }

 private:
  void cut_row(std::size_t row) {
    bool starts = true;
    const bool justified = is_justified(rows_[row]);
    for (Word& word : rows_[row]) {
      const double x = word.box.x;
      if (starts || (!justified && is_cut(row, word)))
        lines_.push_back(start_line(std::move(word)));
      else
        append(lines_.back(), std::move(word), x - right(lines_.back().box));
      starts = false;
    }
  }

  bool is_cut(std::size_t row, const Word& word) const {
    double gap = word.box.x - right(lines_.back().box);
    if (are_set_apart(lines_.back(), word, gap)) return false;
    if (joins(lines_.back().text, word.text) && word.font.empty())
      return is_column_gap_between_characters(lines_.back().words.back(), word, gap);
    if (is_column_gap(lines_.back().words.back(), word, gap)) return true;
    return gap > kNarrowGap * size_of(word) && begins_column(starts_, row, word.box.x);
  }

  std::vector<std::vector<Word>> rows_;
  Starts starts_;
  std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> lines_of(std::vector<Word> words) { return Cutter(rows_of(std::move(words))).cut(); }

}  // namespace certreg::worker
