// How many typing errors lie between two words.
#pragma once

#include <cstddef>
#include <string_view>

namespace certreg {

// Insertions, deletions, replacements and exchanges of neighbours (optimal string alignment), by bytes.
std::size_t edit_distance(std::string_view left, std::string_view right);

}  // namespace certreg
