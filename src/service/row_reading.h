// The rows of a table or of a register in JSON, read one after another; nothing is kept.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "certreg/reading/table.h"
#include "certreg/service/row_preview.h"

namespace certreg::service {

bool is_table(documents::MediaKind kind);  // that has rows and no text: CSV, JSON

// The request's columns, else those of the source (which may be null).
reading::ColumnMapping mapping_of(const ImportRequest& request, const SourceDefinition* source);

struct RowRead {
  std::string name;                     // "row 17", "certificates[3]"
  std::optional<reading::Draft> draft;  // none when there are problems
  std::vector<FieldProblem> problems;
  std::int64_t number = 0;  // among the rows, from 1, in their order
};

// A row that was told apart: its call reads it, in any thread, while the bytes are there.
using UnreadRow = std::function<RowRead()>;

// Calls `take` for each row in order, but for those up to the number `after`. Throws Error(Invalid) for what
// is wrong with the whole, and what `take` throws. Returns what was left out of a workbook.
std::vector<std::string> for_all_rows(const Services& services, std::string_view bytes,
                                      documents::MediaKind kind, const reading::ColumnMapping& mapping,
                                      const std::function<void(UnreadRow)>& take, std::int64_t after = 0);

}  // namespace certreg::service
