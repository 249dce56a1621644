// What the rows of a table would be, before any of them is kept.
#pragma once

#include <string_view>
#include <vector>

#include "certreg/reading/draft.h"
#include "certreg/reading/table.h"
#include "certreg/service/intake.h"
#include "certreg/service/services.h"

namespace certreg::service {

struct RowPreview {
  std::size_t rows = 0, good = 0;
  std::vector<std::string> columns;    // the header's, of a table
  std::vector<reading::Draft> drafts;  // of the first good rows
  std::vector<std::string> warnings;   // of a workbook: cells that could not be taken over
  std::vector<FieldProblem> problems;  // of the first bad ones: "row 17, column expiry"
};

struct RowPreviewLimits {
  std::size_t rows = 20, problems = 200;  // how many are shown; all are read and counted
};

// CSV, or JSON in certreg's own export format. Throws Error(Invalid) for what is wrong with the whole.
RowPreview preview_rows(const Services& services, std::string_view bytes, documents::MediaKind kind,
                        const reading::ColumnMapping& mapping, const RowPreviewLimits& limits = {});

// The same of an upload, with its columns or its source's. Throws Error(Invalid) also for a document without
// rows.
RowPreview preview_upload(const Services& services, const ImportRequest& request);

}  // namespace certreg::service
