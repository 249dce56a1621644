// SPDX-License-Identifier: GPL-2.0-or-later
// Cells that a merged one covers: whatever they hold, nobody sees it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "documents/worker/zip_parts.h"

namespace certreg::worker {

class Merges {
 public:
  // They stand behind the cells in a sheet, so it is read once for them alone. Throws Failure.
  Merges(ZipParts& parts, const std::string& part);

  // To be called with rows that grow.
  void go_to(std::size_t row);
  bool covers(std::size_t column) const;  // in that row

 private:
  struct Range {
    std::size_t top, left, bottom, right;
  };
  static Range range_of(const std::string& text);

  std::vector<Range> waiting_;  // the topmost last
  std::vector<Range> open_;     // that reach into the row
  std::size_t row_ = 0;
};

}  // namespace certreg::worker
