#include "reading/number_parts.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongest = 48, kMostParts = 6;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }

bool is_of_digits(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_digit); }

bool is_mark(std::string_view word) { return word == "/" || word == "-" || word == "–"; }

}  // namespace

Part part_of(std::string_view word) {
  constexpr std::string_view kMarks = "./_-+#()";
  bool digit = false;
  std::size_t small = 0, capitals = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char letter = word[at];
    if (static_cast<unsigned char>(letter) >= 0x80) {
      if (word.substr(at).starts_with("\xE2\x80\x93") || word.substr(at).starts_with("\xE2\x80\x91")) {
        at += 2;
        continue;
      }
      // Capitals beyond ASCII ("ČSN", "РОСС") are two bytes; of other letters there are none in numbers.
      const auto lead = static_cast<unsigned char>(letter);
      if (lead < 0xC3 || lead > 0xD1 || at + 1 == word.size()) return Part::Neither;
      const UChar32 sign = (lead & 0x1F) << 6 | (static_cast<unsigned char>(word[++at]) & 0x3F);
      ++(u_islower(sign) != 0 ? small : capitals);
      continue;
    }
    digit |= is_digit(letter);
    if (is_lower(letter)) ++small;
    if (is_upper(letter)) ++capitals;
    if (!is_digit(letter) && !is_upper(letter) && !is_lower(letter) &&
        kMarks.find(letter) == std::string_view::npos)
      return Part::Neither;
  }
  if (digit) return small <= 2 ? Part::Digits : Part::Neither;
  return small == 0 && capitals > 0 ? Part::Capitals : Part::Neither;
}

std::string_view word_at(std::string_view text) {
  return text.substr(0, std::min(text.find(' '), text.size()));
}

std::string number_in(std::string_view text) {
  std::string number;
  std::size_t parts = 0;
  bool digit = false;
  while (!text.empty() && parts < kMostParts) {
    std::string_view word = word_at(text);
    const std::string_view whole = word;
    // "10204 / SI / 24"
    if (!number.empty() && is_mark(word)) {
      constexpr std::size_t kLongestBehind = 6;
      const std::string_view next = word_at(text.substr(std::min(text.size(), word.size() + 1)));
      if (next.empty() || next.size() > kLongestBehind || part_of(next) == Part::Neither) break;
      number += ' ';
      number += word;
      text.remove_prefix(std::min(text.size(), word.size() + 1));
      continue;
    }
    while (!word.empty() && std::string_view(",;.:").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    const Part part = word.empty() ? Part::Neither : part_of(word);
    if (part == Part::Neither) break;
    std::string_view rest = text.substr(std::min(text.size(), whole.size() + 1));
    if (part == Part::Capitals && !digit && parts > 1) break;
    // Letters behind the digits are the number's when they are few and end it or digits follow.
    if (part == Part::Capitals && digit &&
        (word.size() > 5 ||
         (!rest.empty() && part_of(word_at(rest)) == Part::Neither && !is_mark(word_at(rest)))))
      break;
    if (part == Part::Capitals && !digit && rest.empty()) break;
    if (!number.empty()) number += ' ';
    number += word;
    digit |= part == Part::Digits;
    ++parts;
    // "05.15. 099 00418": a point within the number, and not behind it.
    const bool dotted = whole.ends_with('.') && word.find('.') != word.npos && is_of_digits(word_at(rest));
    if (dotted) number += '.';
    if ((word.size() != whole.size() && !dotted) || rest.starts_with(' ')) break;
    text = rest;
  }
  while (!number.empty() && std::string_view("-/( ").find(number.back()) != std::string_view::npos)
    number.pop_back();
  if (number.ends_with(')') && number.find('(') == std::string::npos) number.pop_back();
  return digit && number.size() >= 3 && number.size() <= kLongest ? number : std::string();
}

}  // namespace certreg::reading
