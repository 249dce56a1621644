// SPDX-License-Identifier: GPL-2.0-or-later
// What of a parsed page a reader sees.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string>

#include "certreg/reading/text.h"

namespace certreg::worker {

inline constexpr int kDeepestNode = 400;
inline constexpr std::size_t kMaxNodes = 500'000;

std::string attribute(const GumboNode& element, const char* name);  // empty when it is not there
bool is_hidden(const GumboNode& element);  // by its kind (scripts, heads) or its own attributes

// Adds the visible lines, rows and links of `node` and of what is in it to the first page of `text`; notes a
// visible password field. Sets `whole` to false where it stops at a limit.
void read_visible(const GumboNode& node, reading::Text& text);

}  // namespace certreg::worker
