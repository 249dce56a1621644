// SPDX-License-Identifier: GPL-2.0-or-later
// What must be refused before a page is parsed.
#pragma once

#include <string_view>

namespace certreg::worker {

// Throws documents::Failure(TooLarge) for a tag with thousands of attributes: parsers compare each with all
// others.
void refuse_hostile_tags(std::string_view source);

}  // namespace certreg::worker
