#include "certreg/domain/names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "certreg/domain/error.h"
#include "domain/legal_forms.h"
#include "domain/words.h"

namespace certreg {
namespace {

std::string joined(std::span<const NameWord> words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

icu::UnicodeString compatible(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Unavailable, "text cannot be compared", u_errorName(status));
  const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
  auto result = normalizer->normalize(icu::UnicodeString::fromUTF8(bytes), status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Unavailable, "text cannot be compared", u_errorName(status));
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// What the tables would say, without them.
std::string normalise_ascii_number(std::string_view number) {
  std::string kept;
  for (const char c : number) {
    const bool is_small = c >= 'a' && c <= 'z';
    if (is_small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
      kept += is_small ? static_cast<char>(c - ('a' - 'A')) : c;
  }
  return kept;
}

constexpr std::int32_t kEight = sizeof(std::uint64_t);
constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = kOnes * 0x80, kBlanks = kOnes * ' ';

// Eight bytes at once: whether each is ASCII that can be seen, or a blank. Without the highest bit, a byte
// from 0x20 to 0x7E has it after adding 0x60, and has it not after adding 1.
bool are_plain(std::uint64_t bytes) {
  if ((bytes & kHigh) != 0) return false;
  return ((bytes + kOnes * 0x60) & kHigh) == kHigh && ((bytes + kOnes) & kHigh) == 0;
}

bool may_be_shown(UChar32 c) {
  constexpr std::uint32_t kHidden =
      U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (U_GET_GC_MASK(c) & kHidden) == 0 && !U_IS_UNICODE_NONCHAR(c);
}

}  // namespace

std::string normalise_name(std::string_view name) {
  return joined(mark_legal_forms(split_words(fold_words(name))));
}

std::string name_without_legal_form(std::string_view name) {
  const auto words = mark_legal_forms(split_words(fold_words(name)));
  std::span<const NameWord> kept(words);
  while (kept.size() > 1 && kept.back().legal_form) kept = kept.first(kept.size() - 1);
  while (kept.size() > 1 && kept.front().legal_form) kept = kept.subspan(1);
  return joined(kept);
}

std::string normalise_number(std::string_view number) {
  if (is_ascii(number)) return normalise_ascii_number(number);
  const auto text = compatible(number);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (u_isalnum(text.char32At(i))) kept.append(u_toupper(text.char32At(i)));
  }
  std::string result;
  return kept.toUTF8String(result);
}

bool is_clean_text(std::string_view text, std::size_t max_characters) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  if (length > INT32_MAX) return false;
  bool blank = true;
  std::size_t characters = 0;
  for (std::int32_t i = 0; i < length;) {
    if (std::uint64_t eight = 0; length - i >= kEight) {
      std::memcpy(&eight, bytes + i, kEight);
      if (are_plain(eight)) {
        if ((characters += kEight) > max_characters) return false;
        blank = blank && eight == kBlanks;
        i += kEight;
        continue;
      }
    }
    if (bytes[i] >= ' ' && bytes[i] < 0x7F) {  // most of all text, and quicker without tables
      if (++characters > max_characters) return false;
      blank = blank && bytes[i] == ' ';
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, i, static_cast<std::int32_t>(length), c);
    if (c < 0 || !may_be_shown(c) || ++characters > max_characters) return false;
    blank = blank && u_isUWhiteSpace(c);
  }
  return !blank;
}

}  // namespace certreg
