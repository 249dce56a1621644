// SPDX-License-Identifier: GPL-2.0-or-later
// What a workbook consists of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "documents/worker/xlsx_values.h"
#include "documents/worker/zip_parts.h"

namespace certreg::worker {

struct BookSheet {
  std::string name;
  std::string part;  // of the archive
  bool is_hidden = false;
};

struct Book {
  std::vector<BookSheet> sheets;  // with cells: no charts
  Epoch epoch = Epoch::Year1900;
  std::string strings_part, styles_part;  // empty when there are none
};

// Throws Failure: NotThatKind when the archive is no workbook of this form, Damaged.
Book read_book(ZipParts& parts);

// The texts that cells share, by their number.
class SharedStrings {
 public:
  std::size_t count() const { return ends_.size(); }
  std::string_view at(std::size_t number) const;  // empty beyond the end
  void add(std::string_view text);

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;
};

SharedStrings read_strings(ZipParts& parts, const std::string& part);

// How cells of each style show numbers, by the style's number.
std::vector<NumberFormat> read_styles(ZipParts& parts, const std::string& part);

}  // namespace certreg::worker
