// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace certreg::worker {

// Both count in UTF-8.
std::size_t letters_in(std::string_view text);  // and digits
std::size_t characters_in(std::string_view text);

}  // namespace certreg::worker
