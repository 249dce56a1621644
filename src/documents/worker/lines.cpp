// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/lines.h"

#include <algorithm>

namespace certreg::worker {
namespace {

using reading::Line;
using reading::Word;

constexpr double kColumnGap =
    1.1;  // of the font size; blanks are 0.2 to 0.4 wide, in justified text up to 0.9
constexpr double kBlankGap = 0.12;  // narrower is no blank: Chinese and Japanese, or a word in pieces

double bottom(const Box& box) { return box.y + box.height; }
double right(const Box& box) { return box.x + box.width; }

double size_of(const Word& word) { return word.font_size > 0 ? word.font_size : word.box.height; }

bool are_in_one_row(const Box& row, const Box& word) {
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

std::vector<std::vector<Word>> rows_of(std::vector<Word> words) {
  std::ranges::stable_sort(words, {}, [](const Word& word) { return word.box.y + word.box.height / 2; });
  std::vector<std::vector<Word>> rows;
  Box first;
  for (Word& word : words) {
    // Compared with the row's first word, not with its growing box: else slanted text becomes one row.
    if (rows.empty() || !are_in_one_row(first, word.box)) {
      rows.emplace_back();
      first = word.box;
    }
    rows.back().push_back(std::move(word));
  }
  return rows;
}

void append(Line& line, Word word, double gap) {
  if (!line.text.empty() && gap > kBlankGap * size_of(word)) line.text += ' ';
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

void cut_row(std::vector<Word> row, std::vector<Line>& lines) {
  std::ranges::stable_sort(row, {}, [](const Word& word) { return word.box.x; });
  bool starts = true;
  for (Word& word : row) {
    double gap = starts ? 0 : word.box.x - right(lines.back().box);
    if (starts || gap > kColumnGap * std::max(size_of(word), size_of(lines.back().words.back())))
      lines.push_back(start_line(std::move(word)));
    else
      append(lines.back(), std::move(word), gap);
    starts = false;
  }
}

}  // namespace

std::vector<Line> lines_of(std::vector<Word> words) {
  std::vector<Line> lines;
  for (auto& row : rows_of(std::move(words))) cut_row(std::move(row), lines);
  return lines;
}

}  // namespace certreg::worker
