// SPDX-License-Identifier: GPL-2.0-or-later
// From bytes to text, one function a kind of media. All throw documents::Failure for documents that cannot be
// read.
#pragma once

#include <string>
#include <string_view>

#include "certreg/documents/media.h"
#include "certreg/reading/text.h"

namespace certreg::worker {

void warm_up_pdf();  // loads what PDFs need from files, before the sandbox closes
reading::Text read_pdf(const std::string& bytes);

// Bytes in whatever character set as UTF-8 without byte order mark. Valid UTF-8 is taken as such, whatever is
// declared.
std::string to_utf8(const std::string& bytes, documents::MediaKind kind);

// The rest take UTF-8.
reading::Text read_html(const std::string& text);
reading::Text read_markdown(std::string_view text);
reading::Text read_restructured(std::string_view text);
reading::Text read_plain(std::string_view text);
reading::Text read_source(
    std::string_view text);  // of web pages: its string literals and the text between tags

}  // namespace certreg::worker
