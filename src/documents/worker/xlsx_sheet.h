// SPDX-License-Identifier: GPL-2.0-or-later
// The cells of a sheet as CSV.
#pragma once

#include <string>
#include <vector>

#include "documents/worker/xlsx_book.h"
#include "documents/worker/zip_parts.h"

namespace certreg::worker {

struct SheetContext {
  const SharedStrings& strings;
  const std::vector<NumberFormat>& styles;
  Epoch epoch;
};

// Adds to `warnings` what it left out. Throws Failure: Damaged, TooLarge.
std::string sheet_csv(ZipParts& parts, const std::string& part, const SheetContext& context,
                      std::vector<std::string>& warnings);

}  // namespace certreg::worker
