// The form in which text goes from the worker to the service: one JSON object, either {"text": ...} or
// {"failure": "encrypted", "detail": "..."}. A table is one line {"sheet_names": ..., "warnings": ...} and
// then the CSV as it is: as a JSON string it would take twice the memory.
#pragma once

#include <string>
#include <string_view>

#include "certreg/documents/worker.h"
#include "certreg/reading/text.h"

namespace certreg::documents {

std::string text_json(const reading::Text& text);
std::string table_json(const Table& table);  // the line before the CSV
std::string failure_json(FailureKind kind, std::string_view detail);

// Both throw Failure: the one that the worker reported, or Crashed when the bytes are not what a worker
// writes.
reading::Text parse_text_json(std::string_view bytes);
Table parse_table(std::string_view bytes);

}  // namespace certreg::documents
