#include "reading/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "certreg/reading/labels.h"

namespace certreg::reading {
namespace {

const icu::Normalizer2& case_folding() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCCasefoldInstance(status);
}

const icu::Normalizer2& decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFDInstance(status);
}

constexpr UChar32 kIdeographicBlank = 0x3000;
constexpr UChar32 kDotlessI = 0x131;  // Turkish; its capital folds to the dotted letter

std::string fold_beyond_ascii(UChar32 point) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = case_folding().normalize(icu::UnicodeString(point), status);
  folded = decomposition().normalize(folded, status);
  icu::UnicodeString kept;
  for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    UChar32 letter = folded.char32At(at);
    if (u_charType(letter) == U_NON_SPACING_MARK) continue;
    kept.append(letter == kDotlessI ? UChar32{'i'} : (u_isalnum(letter) ? letter : UChar32{' '}));
  }
  std::string result;
  kept.toUTF8String(result);
  return result;
}

char fold_ascii(char letter) {
  if (letter >= 'A' && letter <= 'Z') return static_cast<char>(letter + ('a' - 'A'));
  bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  return kept ? letter : ' ';
}

// Chinese, Japanese, the parts of Korean syllables and Thai: all have three bytes or more in UTF-8, and the
// letters of scripts that part words by blanks have two, once they are folded.
bool is_wide_lead(char letter) { return static_cast<unsigned char>(letter) >= 0xE0; }

bool goes_on_letter(char letter) { return (static_cast<unsigned char>(letter) & 0xC0) == 0x80; }

bool is_wide_before(std::string_view folded, std::size_t at) {
  while (at > 0 && goes_on_letter(folded[at - 1])) --at;
  return at > 0 && is_wide_lead(folded[at - 1]);
}

// Letters are set apart, and recognition puts blanks where it finds gaps: between letters of these scripts a
// blank says nothing, other than a mark.
void drop_blank_between_wide(Folded& folded) {
  if (!folded.text.ends_with(' ') || !is_wide_before(folded.text, folded.text.size() - 1)) return;
  folded.text.pop_back();
  folded.offsets.pop_back();
}

void append(Folded& folded, char letter, std::size_t offset) {
  if (letter == ' ' && (folded.text.empty() || folded.text.back() == ' ')) return;
  folded.text += letter;
  folded.offsets.push_back(static_cast<std::uint32_t>(offset));
}

bool is_blank(UChar32 point) { return point == ' ' || point == kIdeographicBlank; }

}  // namespace

bool is_word_boundary(std::string_view folded, std::size_t at) {
  if (at == 0 || at >= folded.size()) return true;
  if (goes_on_letter(folded[at])) return false;
  if (folded[at] == ' ' || folded[at - 1] == ' ') return true;
  return is_wide_lead(folded[at]) || is_wide_before(folded, at);
}

Folded fold(std::string_view text) {
  Folded folded;
  const char* data = text.data();
  auto length = static_cast<std::int32_t>(text.size());
  bool only_blanks = true;  // since the last letter
  for (std::int32_t at = 0; at < length;) {
    const auto start = static_cast<std::size_t>(at);
    if (static_cast<unsigned char>(data[at]) < 0x80) {
      const char letter = fold_ascii(data[at]);
      only_blanks = letter != ' ' || (only_blanks && data[at] == ' ');
      append(folded, letter, start);
      ++at;
      continue;
    }
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(data), at, length, point);
    const std::string letters = fold_beyond_ascii(point);
    const bool is_letter = !letters.empty() && letters != " ";
    if (is_letter && only_blanks && is_wide_lead(letters.front())) drop_blank_between_wide(folded);
    only_blanks = is_letter || (only_blanks && is_blank(point));
    for (char letter : letters) append(folded, letter, start);
  }
  if (folded.text.ends_with(' ')) {
    folded.text.pop_back();
    folded.offsets.pop_back();
  }
  folded.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return folded;
}

std::string fold_label(std::string_view text) { return fold(text).text; }

std::string without_blanks_between_wide(std::string_view text) {
  constexpr std::size_t kBytes = 3;  // of such a letter
  const auto is_wide = [](std::string_view rest) {
    const auto lead = rest.empty() ? 0 : static_cast<unsigned char>(rest.front());
    return lead >= 0xE3 && lead <= 0xE9;
  };
  std::string closed;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool between = closed.size() >= kBytes &&
                         is_wide(std::string_view(closed).substr(closed.size() - kBytes)) &&
                         is_wide(text.substr(at + 1));
    if (text[at] != ' ' || !between) closed += text[at];
  }
  return closed;
}

}  // namespace certreg::reading
