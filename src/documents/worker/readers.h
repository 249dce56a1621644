// SPDX-License-Identifier: GPL-2.0-or-later
// From bytes to text, one function a kind of media. All throw documents::Failure for documents that cannot be
// read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/media.h"
#include "certreg/documents/worker.h"
#include "certreg/reading/text.h"
#include "documents/text_json.h"

namespace certreg::worker {

void warm_up_pdf();  // loads what PDFs need from files, before the sandbox closes
documents::PartialText read_pdf(const std::string& bytes);

// Png, Jpeg and Tiff: all pages are to be recognised.
documents::PartialText read_picture(const std::string& bytes, documents::MediaKind kind);

// All kinds but Csv, Json and Xlsx.
documents::PartialText read_document(const std::string& bytes, documents::MediaKind kind,
                                     const documents::ReadOptions& options);

// One page, by its number, of a document whose answer named it among those to recognise. `tessdata`: the
// folder with the data of languages.
reading::Text recognise_page(const std::string& bytes, documents::MediaKind kind, int number,
                             const std::string& tessdata);

// A page of a PDF or a picture. Of a page without characters to recognise both views are the same.
documents::PagePicture draw_page(const std::string& bytes, documents::MediaKind kind, int number,
                                 documents::PageView view, const std::string& tessdata);

// A sheet of an XLSX workbook by name, or the first that is shown.
documents::Table read_workbook(const std::string& bytes, const std::string& sheet);

struct Decoded {
  std::string text;                   // UTF-8 without byte order mark and NULs
  std::vector<std::string> warnings;  // a declaration that was passed over, a guess
};

// A byte order mark decides; then bytes that are valid UTF-8 are that; then what HTTP declares, then what the
// page itself declares, as far as the bytes fit it; then a guess.
Decoded to_utf8(const std::string& bytes, documents::MediaKind kind, const std::string& declared_charset);

// The rest take UTF-8.
reading::Text read_html(const std::string& text, const documents::Selections& selections);
reading::Text read_markdown(std::string_view text);
reading::Text read_restructured(std::string_view text);
reading::Text read_plain(std::string_view text);
reading::Text read_source(
    std::string_view text);  // of web pages: its string literals and the text between tags

}  // namespace certreg::worker
