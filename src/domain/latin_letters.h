// Letters of Latin-1 and Latin Extended-A by a table: nearly all names are written in them.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace certreg {

inline constexpr char32_t kLastLatinLetter = 0x17F;
using LatinLetters = std::array<std::string, kLastLatinLetter + 1>;  // empty below 0x80

// `replace` is asked for each letter from 0x80 on, in UTF-8.
LatinLetters make_latin_letters(const std::function<std::string(const std::string&)>& replace);

// ASCII stays as it is. False, and `replaced` is of no use, when there is anything else than letters of the
// table.
bool replace_latin_letters(std::string_view text, const LatinLetters& letters, std::string& replaced);

}  // namespace certreg
