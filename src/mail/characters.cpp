#include "mail/characters.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>

namespace certreg::mail {
namespace {

bool breaks_or_controls(UChar32 character) {
  const auto type = u_charType(character);
  return type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
}

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

bool holds_only(std::string_view text, std::u32string_view allowed_controls) {
  if (!is_utf8(text)) return false;
  const auto characters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
    const UChar32 character = characters.char32At(at);
    const auto is_allowed =
        allowed_controls.find(static_cast<char32_t>(character)) != std::u32string_view::npos;
    if (breaks_or_controls(character) && !is_allowed) return false;
  }
  return true;
}

}  // namespace

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_line(std::string_view text) { return holds_only(text, U""); }

bool is_text(std::string_view text) { return holds_only(text, U"\t\r\n"); }

}  // namespace certreg::mail
