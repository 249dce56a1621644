// Text in the form in which words are compared, with the way back to the original.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::reading {

struct Folded {
  std::string text;                    // as fold_label() gives it
  std::vector<std::uint32_t> offsets;  // of the original's byte, for each byte of `text` and for its end
};

Folded fold(std::string_view text);

// Blanks between letters of Chinese and Japanese taken out. Korean words have blanks between them.
std::string without_blanks_between_wide(std::string_view text);

bool is_word_boundary(std::string_view folded,
                      std::size_t at);  // between words, or beside a letter of Chinese or Japanese

}  // namespace certreg::reading
