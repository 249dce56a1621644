// The words a field was read from, and where they stand.
#pragma once

#include <optional>
#include <string>

#include "certreg/domain/ids.h"

namespace certreg {

struct Box {  // in points (1/72 inch) from the page's top left corner
  double x = 0, y = 0, width = 0, height = 0;
};

enum class ReadingMethod { TextLayer, Ocr, Markup, Table, Json, Person };

struct Quote {
  std::string field;    // name of the member it proves: "holder", "expires", "accreditations[0]"
  std::string text;     // verbatim
  DocumentId document;  // empty when a person entered it
  std::string address;  // where the document came from
  int page = 0;         // from 1; 0 where the document has no pages; for a table, its row
  std::optional<Box> box;
  ReadingMethod method = ReadingMethod::TextLayer;
  double confidence = 1;  // 0 to 1
};

}  // namespace certreg
