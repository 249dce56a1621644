// Text in the form in which words are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg {

// NFKC, case folded, trade mark signs dropped; punctuation, pictures and runs of blanks to one blank. Invalid
// UTF-8 becomes U+FFFD.
std::string fold_words(std::string_view text);

std::vector<std::string> split_words(std::string_view folded);
std::string join_words(const std::vector<std::string>& words, std::size_t first, std::size_t count);

// True when the words of `part` stand in `whole` one after the other; both folded, `part` not empty.
bool contains_words(std::string_view whole, std::string_view part);

}  // namespace certreg
