#include "mail/encoded_words.h"

#include <fmt/format.h>

#include "mail/characters.h"
#include "mail/letters.h"

namespace certreg::mail {
namespace {

constexpr std::string_view kStart = "=?UTF-8?Q?", kEnd = "?=";
constexpr std::size_t kLongestWord = 64;  // behind "Reply-To: " a line of less than 76 (RFC 2047, 2)
constexpr std::size_t kLongestContent = kLongestWord - kStart.size() - kEnd.size();
constexpr std::size_t kLongestPlain = 64;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string encoded(std::string_view character) {
  std::string bytes;
  for (const char c : character) {
    if (c == ' ')
      bytes += '_';
    else if (is_letter_or_digit(c))
      bytes += c;
    else
      bytes += fmt::format("={:02X}", static_cast<unsigned char>(c));
  }
  return bytes;
}

std::string_view first_character(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && continues_character(text[length])) ++length;
  return text.substr(0, length);
}

}  // namespace

bool goes_plain(std::string_view line) {
  return line.size() <= kLongestPlain && is_printable_ascii(line) && !line.starts_with(' ') &&
         !line.ends_with(' ') && line.find("=?") == std::string_view::npos;
}

std::string encoded_words(std::string_view line) {
  std::string words(kStart);
  std::size_t content = 0;
  while (!line.empty()) {
    const auto character = first_character(line);
    const auto bytes = encoded(character);
    if (content + bytes.size() > kLongestContent) {
      words += fmt::format("{}\r\n {}", kEnd, kStart);
      content = 0;
    }
    words += bytes;
    content += bytes.size();
    line.remove_prefix(character.size());
  }
  return words.append(kEnd);
}

}  // namespace certreg::mail
