// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/markup.h"
#include "documents/worker/readers.h"

namespace certreg::worker {

reading::Text read_plain(std::string_view text) {
  reading::Text result = page_text(documents::MediaKind::PlainText);
  for (std::string_view line : split_lines(text)) {
    while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\f')) line.remove_suffix(1);
    // Blanks within are kept: in text taken from a layout they hold the columns apart.
    add_line(result, std::string(line));
  }
  result.has_text = !result.pages.front().lines.empty();
  return result;
}

}  // namespace certreg::worker
