// A document's text as pieces with a place, whether or not the document has positions.
#pragma once

#include <string>
#include <vector>

#include "certreg/reading/text.h"
#include "reading/fold.h"

namespace certreg::reading {

struct Segment {
  std::string text;
  Folded folded;
  Box box;  // where the document has no positions: a place made from line and column
  bool has_position = false;
  double font_size = 10;  // headings count as larger where the document has no fonts
  std::string font;       // its name, or empty
  double confidence = 1;  // of character recognition: of its words on average, less where one is disputed
  double least_confidence = 1;  // of the least sure word
  TextOrigin origin = TextOrigin::Markup;
  int page = 1;  // as printed in quotes: 0 where the document has no pages
  std::size_t page_index = 0;
};

// In reading order, without watermarks: large type that other words are printed over, which is put aside.
// Rows of tables give a segment a cell; plain lines are cut where two blanks or more stand.
std::vector<Segment> segments_of(const Text& text, std::vector<Segment>& watermarks);

// Of one size of type. What was recognised in a picture varies by its letters' heights.
bool similar_size(const Segment& one, const Segment& other);

// Of one size and one font.
bool same_type(const Segment& one, const Segment& other);

Quote quote_of(const Segment& segment, std::string field, std::string words, double confidence);

}  // namespace certreg::reading
