// A report before it is drawn: what all its formats show, in one order. Renderers add nothing and leave
// nothing out. Pure.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "certreg/domain/timeline.h"

namespace certreg::report {

enum class Tone { Plain, Good, Unsure, Bad };  // shown by a sign, never by colour alone

struct Cell {
  std::string text;
  Tone tone = Tone::Plain;
};

struct Paragraph {
  std::string text;
};
struct QuoteBlock {  // the words of a document, and where they stand
  std::string text, source;
};
struct Facts {  // names and values
  std::vector<std::pair<std::string, std::string>> rows;
};
struct Table {
  std::string sheet;  // the workbook's sheet that its rows go to
  std::vector<std::string> head;
  std::vector<std::vector<Cell>> rows;
  std::string none;  // what is said instead when there are no rows
};
struct Lines {  // to write on
  std::vector<std::string> labels;
};
using Block = std::variant<Paragraph, QuoteBlock, Facts, Table, Timeline, Lines>;

struct Section {
  int level = 2;  // of its heading, 1 to 3; 1 begins a page
  std::string title;
  std::string about;  // whom its rows are about: "R-1, Acme Cloud Limited", or empty
  std::vector<Block> blocks;
};

struct Document {
  std::string title;
  std::string header;  // at the head of each page
  std::string author;
  Instant made_at{};
  std::vector<Section> sections;
};

// "✓", "?", "✗" or nothing.
std::string_view sign_of(Tone tone);

std::string to_html(const Document& document);
std::string to_pdf(const Document& document);   // A4
std::string to_xlsx(const Document& document);  // a sheet for each Table::sheet, one for all else
std::string to_csv(const Document& document);   // RFC 4180, UTF-8: section, about, item, field, value

}  // namespace certreg::report
