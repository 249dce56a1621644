// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using documents::MediaKind;
using documents::Selections;

reading::Text read_text(const std::string& text, MediaKind kind, const Selections& selections) {
  if (kind == MediaKind::Html) return read_html(text, selections);
  if (kind == MediaKind::Markdown) return read_markdown(text);
  if (kind == MediaKind::Restructured) return read_restructured(text);
  return kind == MediaKind::Source ? read_source(text) : read_plain(text);
}

// So that nobody takes a part that was never looked for as one that is not there.
void note_parts_not_sought(const Selections& selections, reading::Text& text) {
  for (const auto& selection : selections) {
    text.selected.push_back({selection.name, 0, {}, {}, "works on HTML pages alone"});
    text.warnings.push_back("the selector of " + selection.name + " works on HTML pages alone");
  }
}

}  // namespace

documents::PartialText read_document(const std::string& bytes, MediaKind kind,
                                     const documents::ReadOptions& options) {
  documents::PartialText partial;
  if (kind == MediaKind::Pdf) {
    partial = read_pdf(bytes);
  } else if (is_picture(kind)) {
    partial = read_picture(bytes, kind);
  } else {
    Decoded decoded = to_utf8(bytes, kind, options.declared_charset);
    partial.text = read_text(decoded.text, kind, options.selections);
    auto& warnings = partial.text.warnings;
    warnings.insert(warnings.begin(), decoded.warnings.begin(), decoded.warnings.end());
  }
  if (kind != MediaKind::Html) note_parts_not_sought(options.selections, partial.text);
  return partial;
}

}  // namespace certreg::worker
