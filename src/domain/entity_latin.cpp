#include "domain/entity_latin.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

#include "certreg/domain/error.h"
#include "domain/han_syllables.h"
#include "domain/latin_letters.h"

namespace certreg {
namespace {

// What canonical decomposition leaves whole.
constexpr std::pair<UChar32, const char*> kWholeLetters[] = {
    {0xDF, "ss"}, {0xE6, "ae"}, {0xF8, "o"},  {0xFE, "th"},  {0xF0, "d"},  {0x111, "d"},
    {0x142, "l"}, {0x131, "i"}, {0x127, "h"}, {0x153, "oe"}, {0x167, "t"},
};

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(ErrorKind::Unavailable, "names cannot be compared", u_errorName(status));
}

// Made once: it takes most of a second. Its const methods may be called by several threads (ICU).
const icu::Transliterator& to_latin() {
  static const std::unique_ptr<icu::Transliterator> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> result(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    require(status);
    return result;
  }();
  return *made;
}

bool is_other_script(UChar32 c) {
  if (c < 0x250 || !u_isalpha(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &status);
  return script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
}

bool has_other_script(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (is_other_script(text.char32At(i))) return true;
  return false;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
  require(status);
  auto result = normalizer->normalize(text, status);
  require(status);
  return result;
}

void append_plain(std::string& text, UChar32 c) {
  const auto* whole = std::find_if(std::begin(kWholeLetters), std::end(kWholeLetters),
                                   [&](const auto& letter) { return letter.first == c; });
  if (whole != std::end(kWholeLetters)) {
    text += whole->second;
  } else if (u_charType(c) != U_NON_SPACING_MARK) {
    icu::UnicodeString(c).toUTF8String(text);
  }
}

std::string without_accents(const icu::UnicodeString& text) {
  const auto parts = decomposed(text);
  std::string plain;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
    append_plain(plain, parts.char32At(i));
  return plain;
}

const LatinLetters& plain_letters() {
  static const auto letters = make_latin_letters(
      [](const std::string& letter) { return without_accents(icu::UnicodeString::fromUTF8(letter)); });
  return letters;
}

// What romanisation puts for signs that are no letters (the soft sign's prime, the ain's half ring).
void keep_letters(std::string& text) {
  std::erase_if(text,
                [](char c) { return c == '\'' || c == '`' || c == '"' || c == '~' || c == '<' || c == '>'; });
}

std::string romanised(icu::UnicodeString text) {
  to_latin().transliterate(text);
  auto latin = without_accents(text);
  keep_letters(latin);
  return latin;
}

}  // namespace

LatinText latin_text(std::string_view folded) {
  const bool is_ascii = std::all_of(folded.begin(), folded.end(), [](char c) { return (c & 0x80) == 0; });
  if (is_ascii) return {std::string(folded), false};
  std::string plain;
  if (replace_latin_letters(folded, plain_letters(), plain)) return {std::move(plain), false};
  auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(folded.data(), static_cast<std::int32_t>(folded.size())));
  if (!has_other_script(text)) return {without_accents(text), false};
  const auto read = [](const std::string& character) {
    return romanised(icu::UnicodeString::fromUTF8(character));
  };
  if (auto syllables = han_syllables(folded, read)) {
    keep_letters(*syllables);
    return {*std::move(syllables), true};
  }
  return {romanised(std::move(text)), true};
}

}  // namespace certreg
