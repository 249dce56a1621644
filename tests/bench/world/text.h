// Small things about UTF-8. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg::bench {

void replace(std::string& text, std::string_view what, std::string_view by);  // the first one
std::size_t characters(std::string_view text);                                // code points
std::u32string code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);
bool is_latin(std::string_view word);  // by its first character
std::string lower_ascii(std::string text);
std::vector<std::string> split(std::string_view text);  // at single blanks
std::string joined(const std::vector<std::string>& words);

}  // namespace certreg::bench
