// A document as rows: for formats that have no text around their tables.
#pragma once

#include <string>
#include <vector>

#include "certreg/report/document.h"

namespace certreg::report {

struct DocumentRow {
  std::string section, about, item, field, value;
};

// Every text of the document, in order. Items are counted within their block; a cell's sign is told by a
// word.
std::vector<DocumentRow> rows_of(const Document& document);

// "yes", "unsure", "no" before the text of a cell with a sign.
std::string in_words(const Cell& cell);

}  // namespace certreg::report
