// SPDX-License-Identifier: GPL-2.0-or-later
// Helpers on lines of text that the readers of markup share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/media.h"
#include "certreg/reading/text.h"

namespace certreg::worker {

std::string collapse_blanks(std::string_view text);  // runs of white space to one blank, none at the ends
std::string_view trim(std::string_view text);
std::vector<std::string_view> split_lines(std::string_view text);  // without their ends, CRLF too

// A text of one page without positions.
reading::Text page_text(documents::MediaKind kind);

void add_line(reading::Text& text, std::string line, reading::LineKind kind = reading::LineKind::Plain,
              int level = 0);
void add_row(reading::Text& text, std::vector<std::string> cells);

// Whether a line of running text belongs to the paragraph before it: markup wraps paragraphs, but "Label:
// value" lines stand for themselves.
bool continues_paragraph(std::string_view before, std::string_view line);

}  // namespace certreg::worker
