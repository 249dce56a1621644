// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "certreg/documents/worker.h"
#include "documents/worker/readers.h"
#include "documents/worker/xlsx_sheet.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

// A container of streams, in which Office keeps what is locked, and kept everything before 2007.
void refuse_container(const std::string& bytes) {
  constexpr std::string_view kContainer = "\xD0\xCF\x11\xE0";
  if (!bytes.starts_with(kContainer)) return;
  constexpr std::string_view kLocked("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  if (bytes.find(kLocked) != std::string::npos)
    throw Failure(FailureKind::Encrypted, "the workbook needs a password");
  throw Failure(FailureKind::NotThatKind, "the workbook has an old form; save it as XLSX");
}

const BookSheet& sheet_of(const Book& book, const std::string& name) {
  auto found = name.empty() ? std::ranges::find(book.sheets, false, &BookSheet::is_hidden)
                            : std::ranges::find(book.sheets, name, &BookSheet::name);
  if (found != book.sheets.end()) return *found;
  if (name.empty()) throw Failure(FailureKind::NotThatKind, "the workbook shows no sheet with cells");
  throw Failure(FailureKind::NotThatKind, fmt::format("the workbook has no sheet with the name {}", name));
}

}  // namespace

documents::Table read_workbook(const std::string& bytes, const std::string& sheet) {
  refuse_container(bytes);
  ZipParts parts(bytes);
  const Book book = read_book(parts);
  documents::Table table;
  for (const BookSheet& one : book.sheets) table.sheet_names.push_back(one.name);
  const SharedStrings strings = read_strings(parts, book.strings_part);
  const auto styles = read_styles(parts, book.styles_part);
  table.csv = sheet_csv(parts, sheet_of(book, sheet).part, {strings, styles, book.epoch}, table.warnings);
  return table;
}

}  // namespace certreg::worker
