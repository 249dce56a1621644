// The words that a certificate's number is made of. Pure.
#pragma once

#include <string_view>

namespace certreg::reading {

enum class Part { Digits, Capitals, Neither };

// A part has a digit and at most two small letters ("2018-041b"), or is capitals alone.
Part part_of(std::string_view word);

// The first word of a text, up to its first blank.
std::string_view word_at(std::string_view text);

}  // namespace certreg::reading
