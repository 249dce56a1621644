// Documents made of lines at places, for tests of what reads them.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "certreg/reading/text.h"
#include "reading/sheet.h"
#include "reading/world.h"

namespace certreg::reading {

// In points from the page's top left corner; `y` is the line's upper edge, `size` its height.
struct Placed {
  double x, y, size;
  std::string text;
  std::size_t page = 0;
  std::string font = "Sans";
};

// Every letter is half as wide as it is high.
inline Line line_at(const Placed& placed) {
  const auto letters = std::ranges::count_if(
      placed.text, [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0) != 0x80; });
  Line line;
  line.text = placed.text;
  line.box = {placed.x, placed.y, static_cast<double>(letters) * placed.size / 2, placed.size};
  line.words = {{placed.text, line.box, placed.size, placed.font}};
  return line;
}

inline Text text_of(const std::vector<Placed>& lines) {
  Text text;
  text.media_type = "application/pdf";
  for (const Placed& placed : lines) {
    while (text.pages.size() <= placed.page)
      text.pages.push_back({static_cast<int>(text.pages.size()) + 1, 595, 842, {}, TextOrigin::TextLayer});
    text.pages[placed.page].lines.push_back(line_at(placed));
  }
  return text;
}

// A sheet with the text that it looks at.
struct Paper {
  explicit Paper(const std::vector<Placed>& lines)
      : text(text_of(lines)), sheet(text, reading::labels(), world()) {}
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  // The words of a segment, or of none: "".
  static std::string words(const Segment* segment) { return segment == nullptr ? "" : segment->text; }

  Text text;
  Sheet sheet;
};

// Lines of size 10 under each other, set close as a paragraph is.
inline std::vector<Placed> paragraph(const std::vector<std::string>& lines, double y = 100) {
  std::vector<Placed> placed;
  for (const std::string& line : lines) {
    placed.push_back({60, y, 10, line});
    y += 12;
  }
  return placed;
}

}  // namespace certreg::reading
