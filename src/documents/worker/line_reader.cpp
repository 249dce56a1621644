// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/line_reader.h"

#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "documents/worker/letters.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr float kLeastRow = 0.6F;  // of the height of a word in it
constexpr float kMostRow = 2.4F;   // of one with letters: "no" has half the height of its row
constexpr double kMostLine = 2;    // of the height of most of its characters: something else is in it
constexpr double kLatinWidth = 0.55, kLeastSize = 0.6;
constexpr double kSizeOfLetters = 1.3;  // from the height of capitals to that of a row

struct Span {
  double from = 0, to = 0;

  double length() const { return to - from; }
};

struct Found {
  Word word;
  Span across, down;  // in dots
};

// From U+3000 on: characters without ascenders and descenders, by which tesseract judges a row.
std::size_t wide_characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xE3; }));
}

// What tesseract says of a row goes wrong where a picture, or letters that run down the margin, were taken
// for a part of it.
bool fits(float row, double letters, const Word& word) {
  if (row <= 0 || row < kLeastRow * static_cast<float>(letters)) return false;
  return letters_in(word.text) == 0 || row < kMostRow * static_cast<float>(letters);
}

Span span_of_line(const tesseract::ResultIterator& at) {
  int left = 0, top = 0, right = 0, bottom = 0;
  at.BoundingBox(tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom);
  return {static_cast<double>(top), static_cast<double>(bottom)};
}

Found found_at(const tesseract::ResultIterator& at) {
  Found found;
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  found.word.text = text ? text.get() : "";
  found.word.confidence = std::clamp(at.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
  int left = 0, top = 0, right = 0, bottom = 0;
  at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
  found.across = {static_cast<double>(left), static_cast<double>(right)};
  found.down = {static_cast<double>(top), static_cast<double>(bottom)};
  return found;
}

// By the line's ascent and descent.
void place_letters(Found& found, const tesseract::ResultIterator& at) {
  const double letters = found.down.length();
  found.word.font_size = letters * kSizeOfLetters;
  float height = 0, descenders = 0, ascenders = 0;
  at.RowAttributes(&height, &descenders, &ascenders);
  int from_x = 0, from_y = 0, to_x = 0, to_y = 0;
  if (!fits(height, letters, found.word) || !at.Baseline(tesseract::RIL_WORD, &from_x, &from_y, &to_x, &to_y))
    return;
  const double base = (from_y + to_y) / 2.0;
  found.down.from = std::min(found.down.from, base - (height - std::abs(descenders)));
  found.down.to = std::max(found.down.to, base + std::abs(descenders));
  found.word.font_size = height;
}

// Most characters of East Asia are as high as their row; strokes such as "一" and "ー" are not.
double height_of_characters(const std::vector<Found>& line) {
  std::vector<double> heights;
  for (const Found& found : line)
    if (wide_characters_in(found.word.text) > 0) heights.push_back(found.down.length());
  if (heights.empty()) return 0;
  const auto high = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 3 / 4);
  std::ranges::nth_element(heights, high);
  return *high;
}

// All of them are as wide as they are high, and Latin letters half of that. A line's height says less: it is
// that of the ink that happens to be in it. Where they are set apart, the height is all there is.
double size_of_characters(const std::vector<Found>& line, double height) {
  double widths = 0, across = 0, end = line.front().across.from;
  for (const Found& found : line) {
    const auto wide = static_cast<double>(wide_characters_in(found.word.text));
    widths += wide + kLatinWidth * (static_cast<double>(characters_in(found.word.text)) - wide);
    const double gap = found.across.from - end;
    across += std::max(0.0, found.across.to - end) - (gap > height ? gap : 0);
    end = std::max(end, found.across.to);
  }
  return std::clamp(across / std::max(1.0, widths), kLeastSize * height, height);
}

void place_characters(std::vector<Found>& line, Span row) {
  const double height = height_of_characters(line);
  const bool is_row = row.length() < kMostLine * height;
  double last = 0;
  for (Found& found : line) {
    found.across.from = std::max(found.across.from, last);
    found.across.to = std::max(found.across.to, found.across.from);
    last = found.across.from;
    if (is_row) found.down = row;
  }
  const double size = size_of_characters(line, is_row ? row.length() : height);
  for (Found& found : line) found.word.font_size = size;
}

}  // namespace

bool has_east_asian(const WordLine& line) {
  return std::ranges::any_of(line, [](const Word& word) { return wide_characters_in(word.text) > 0; });
}

WordLine LineReader::next() {
  const Span row = span_of_line(at_);
  std::vector<Found> line;
  bool is_east_asian = false;
  do {
    if (at_.Empty(tesseract::RIL_WORD)) continue;
    line.push_back(found_at(at_));
    is_east_asian |= wide_characters_in(line.back().word.text) > 0;
    place_letters(line.back(), at_);
  } while (!(is_at_end_ = !at_.Next(tesseract::RIL_WORD)) && !at_.IsAtBeginningOf(tesseract::RIL_TEXTLINE));
  if (is_east_asian) place_characters(line, row);
  WordLine words;
  for (Found& found : line) {
    found.word.box = {found.across.from * points_, found.down.from * points_, found.across.length() * points_,
                      found.down.length() * points_};
    found.word.font_size *= points_;
    words.push_back(std::move(found.word));
  }
  return words;
}

}  // namespace certreg::worker
