#include "domain/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "certreg/domain/error.h"
#include "domain/latin_letters.h"

namespace certreg {
namespace {

constexpr UChar32 kDotlessI = 0x131, kCombiningDotAbove = 0x307;

// NFKC would turn the trade mark sign into the letters "tm".
bool is_trade_mark_sign(UChar32 c) { return c == 0x2122 || c == 0xAE || c == 0xA9 || c == 0x2120; }

bool is_gap(UChar32 c) {
  constexpr std::uint32_t kGaps = U_GC_P_MASK | U_GC_Z_MASK | U_GC_C_MASK | U_GC_SK_MASK | U_GC_SO_MASK;
  return (U_GET_GC_MASK(c) & kGaps) != 0 || c == '|';
}

icu::UnicodeString without_trade_marks(std::string_view text) {
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    if (!is_trade_mark_sign(source.char32At(i))) kept.append(source.char32At(i));
  }
  return kept;
}

icu::UnicodeString case_folded(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Unavailable, "text cannot be compared", u_errorName(status));
  auto folded = normalizer->normalize(text, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Unavailable, "text cannot be compared", u_errorName(status));
  return folded;
}

// In ASCII all but letters, digits and the signs of mathematics and money.
bool is_ascii_gap(char c) {
  constexpr std::string_view kKept = "$+<=>~";
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return !is_letter && kKept.find(c) == kKept.npos;
}

// The same as fold_words() for what needs no tables: most names, of which long lists are compared. What is
// beyond ASCII is folded already.
std::string fold_ascii(std::string_view text) {
  std::string words;
  bool gap = false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x80 && is_ascii_gap(c)) {
      gap = true;
      continue;
    }
    if (gap && !words.empty()) words += ' ';
    gap = false;
    words += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return words;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_by_tables(std::string_view text) {
  const auto folded = case_folded(without_trade_marks(text));
  icu::UnicodeString words;
  bool gap = false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    // The Turkish capital dotted I folds to i and a dot, the small dotless i to itself: one letter for names.
    if (c == kCombiningDotAbove && i > 0 && folded[i - 1] == 'i') continue;
    if (is_gap(c)) {
      gap = true;
      continue;
    }
    if (gap && !words.isEmpty()) words.append(static_cast<UChar32>(' '));
    gap = false;
    words.append(c == kDotlessI ? static_cast<UChar32>('i') : c);
  }
  std::string result;
  return words.toUTF8String(result);
}

// Letters of Latin-1 and Latin Extended-A: none of them folds otherwise because of its neighbours there.
const LatinLetters& folded_letters() {
  static const auto letters = make_latin_letters([](const std::string& letter) {
    const auto folded = fold_by_tables("x" + letter + "x");
    return folded.substr(1, folded.size() - 2);
  });
  return letters;
}

}  // namespace

std::string fold_words(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  std::string latin;
  return replace_latin_letters(text, folded_letters(), latin) ? fold_ascii(latin) : fold_by_tables(text);
}

std::vector<std::string> split_words(std::string_view folded) {
  std::vector<std::string> words;
  while (!folded.empty()) {
    const auto end = std::min(folded.find(' '), folded.size());
    if (end > 0) words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

std::string join_words(const std::vector<std::string>& words, std::size_t first, std::size_t count) {
  std::string joined;
  for (std::size_t i = first; i < first + count; ++i) {
    if (i > first) joined += ' ';
    joined += words[i];
  }
  return joined;
}

bool contains_words(std::string_view whole, std::string_view part) {
  for (auto at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    const auto end = at + part.size();
    if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ')) return true;
  }
  return false;
}

}  // namespace certreg
