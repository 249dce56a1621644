// SPDX-License-Identifier: GPL-2.0-or-later
// Where the saved states of a PDF end in its bytes (ISO 32000-2, 7.5.6, incremental updates).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certreg::worker {

// "startxref", a number within these bytes and "%%EOF" stand at the end, with white space at most after them.
bool ends_a_revision(std::string_view file);

// Nothing but the end of the line that began before `from`.
bool is_only_line_end(std::string_view file, std::size_t from);

// Bytes after `from` that no cross-reference table of theirs accounts for, or states that cannot be read: a
// sentence. A reader that mends files may show what stands there.
std::optional<std::string> stray_bytes_after(std::string_view file, std::size_t from);

}  // namespace certreg::worker
