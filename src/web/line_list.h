// Lines of a field as a list on a page: the first of them, and the others to be unfolded.
#pragma once

#include <span>
#include <string_view>

#include "web/proposal_lines.h"
#include "web/template.h"

namespace certreg::web {

inline constexpr std::size_t kMostLines = 40;  // before the others are folded away

// What is said beside a line that only this side has, as a message; empty: nothing is.
struct LineTag {
  std::string_view only_here = {};
};
// "first" and "rest" (lists of "text", "is_only_here", "tag"), "has_rest", "more" ("and 12 more"), "is_one".
Data line_list(std::span<const Line> lines, const LineTag& tag, Language language);

}  // namespace certreg::web
