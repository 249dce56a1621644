// The form in which text goes from the worker to the service: one JSON object, either {"text": ...} or
// {"failure": "encrypted", "detail": "..."}; beside the text stand the pages that a process of their own has
// to recognise. A table is one line {"sheet_names": ..., "warnings": ...} and then the CSV as it is: as a
// JSON string it would take twice the memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/worker.h"
#include "certreg/reading/text.h"

namespace certreg::documents {

// Text as far as one process has read it.
struct PartialText {
  reading::Text text;
  std::vector<int> pages_to_recognise;  // numbers of pages that need character recognition
};

std::string text_json(const PartialText& partial);
std::string table_json(const Table& table);  // the line before the CSV
std::string failure_json(FailureKind kind, std::string_view detail);

// Both throw Failure: the one that the worker reported, or Crashed when the bytes are not what a worker
// writes.
PartialText parse_text_json(std::string_view bytes);
Table parse_table(std::string_view bytes);

}  // namespace certreg::documents
