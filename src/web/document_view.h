// A document beside what was read from it: its pages as pictures with the places marked, or, where it has no
// pages or they cannot be drawn, its text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/quote.h"
#include "web/visit.h"

namespace certreg::web {

struct Mark {
  std::string id;     // of the element in the page
  std::string field;  // "issued"
  std::string label;  // what was read there, for people
  const Quote* quote = nullptr;
};

// A failure of the drawing or the reading is told in the view, and is none of the page's.
Data document_view(const Visit& visit, const DocumentId& document, const std::vector<Mark>& marks);

bool is_on_a_page(const Quote& quote);  // has a place on a page that can be drawn

}  // namespace certreg::web
