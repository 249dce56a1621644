#include "domain/latin_letters.h"

namespace certreg {

LatinLetters make_latin_letters(const std::function<std::string(const std::string&)>& replace) {
  LatinLetters letters;
  for (char32_t c = 0x80; c <= kLastLatinLetter; ++c)
    letters[c] = replace({static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))});
  return letters;
}

bool replace_latin_letters(std::string_view text, const LatinLetters& letters, std::string& replaced) {
  replaced.clear();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      replaced += text[at];
      continue;
    }
    if (byte < 0xC2 || byte > 0xC5 || at + 1 >= text.size()) return false;
    const auto next = static_cast<unsigned char>(text[++at]);
    if ((next & 0xC0U) != 0x80U) return false;
    replaced += letters[((byte & 0x1FU) << 6U) | (next & 0x3FU)];
  }
  return true;
}

}  // namespace certreg
