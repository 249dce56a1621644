#include "reading/date_tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "certreg/reading/labels.h"

namespace certreg::reading {
namespace {

bool is_wide_script(UChar32 point) { return point >= 0x2E80 && point < 0xFE00; }

DateToken::Kind kind_of(UChar32 point) {
  if (u_charDigitValue(point) >= 0) return DateToken::Kind::Number;
  return u_isalpha(point) && !is_wide_script(point) ? DateToken::Kind::Word : DateToken::Kind::Mark;
}

bool is_combining(UChar32 point) { return u_charType(point) == U_NON_SPACING_MARK; }

// «22» апреля 2025
bool is_quotation_mark(UChar32 point) {
  return point == '"' || u_charType(point) == U_INITIAL_PUNCTUATION ||
         u_charType(point) == U_FINAL_PUNCTUATION;
}

void append(DateToken& token, UChar32 point, std::string_view bytes) {
  if (token.kind == DateToken::Kind::Number)
    token.text += static_cast<char>('0' + u_charDigitValue(point));
  else
    token.text += bytes;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  bool joined = false;
  auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    std::int32_t start = at;
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, point);
    auto begin = static_cast<std::size_t>(start), end = static_cast<std::size_t>(at);
    if (u_isUWhiteSpace(point) || u_charType(point) == U_FORMAT_CHAR || is_quotation_mark(point)) {
      joined = false;
      continue;
    }
    bool goes_on = joined && !tokens.empty() &&
                   (is_combining(point) || kind_of(point) == tokens.back().kind) &&
                   tokens.back().kind != DateToken::Kind::Mark;
    if (!goes_on) tokens.push_back({kind_of(point), {}, begin, begin});
    append(tokens.back(), point, text.substr(begin, end - begin));
    tokens.back().end = end;
    joined = true;
  }
  for (DateToken& token : tokens)
    if (token.kind == DateToken::Kind::Word) token.text = fold_label(token.text);
  return tokens;
}

}  // namespace certreg::reading
