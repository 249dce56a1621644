// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "certreg/documents/worker.h"
#include "documents/worker/charset_names.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using documents::MediaKind;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kWestern = "windows-1252";
constexpr std::size_t kHeadBytes = 1024;
constexpr std::size_t kFewLetters = 16;  // too few for statistics to tell sets of single bytes apart
constexpr std::size_t kSampleBytes = 1U << 20;

// How much of some bytes is UTF-8: letters of several bytes, bytes that fit nowhere, and the bytes at the end
// that begin a letter: a document may be cut.
struct Utf8Count {
  std::size_t letters = 0, strays = 0, cut = 0;
};

enum class Piece { Letter, Cut, Stray };

// What `rest` begins with (Unicode, table 3-7), and how many bytes that has.
std::pair<Piece, std::size_t> utf8_piece(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest[0]);
  if (lead < 0x80) return {Piece::Letter, 1};
  if (lead < 0xC2 || lead > 0xF4) return {Piece::Stray, 1};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t at = 1; at < length; ++at, low = 0x80, high = 0xBF) {
    if (at == rest.size()) return {Piece::Cut, at};
    const auto byte = static_cast<unsigned char>(rest[at]);
    if (byte < low || byte > high) return {Piece::Stray, 1};
  }
  return {Piece::Letter, length};
}

Utf8Count count_utf8(std::string_view rest) {
  Utf8Count count;
  while (!rest.empty()) {
    const auto [piece, length] = utf8_piece(rest);
    if (piece == Piece::Letter && length > 1) ++count.letters;
    // Without any other letter a lead byte at the end is more likely one of another set.
    const bool is_cut = piece == Piece::Cut && count.letters > 0;
    if (is_cut) count.cut = length;
    if (piece != Piece::Letter && !is_cut) ++count.strays;
    rest.remove_prefix(length);
  }
  return count;
}

// Shift sequences of ISO-2022-JP: seven bits, so valid UTF-8 too.
bool shifts_to_japanese(const std::string& bytes) {
  return bytes.find("\x1B$B") != std::string::npos || bytes.find("\x1B$@") != std::string::npos;
}

// The character set in a page's own head: HTML, "prescan a byte stream to determine its encoding".
std::string charset_in_head(const std::string& bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kHeadBytes));
  auto at = head.find("charset=");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of("\"' ;/>", at) - at);
}

std::string guessed_charset(const std::string& bytes) {
  std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kSampleBytes));
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

std::optional<icu::UnicodeString> convert(const std::string& bytes, std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(std::string(charset).c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  return text;
}

bool is_latin_letter(UChar32 letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

// Texts of East Asia have their letters side by side. Western text that was read in such a character set has
// single ones within its words, where an accent was.
bool stands_like_an_accent(const icu::UnicodeString& text, std::int32_t at) {
  const UChar32 before = at == 0 ? ' ' : text.char32At(text.moveIndex32(at, -1));
  const UChar32 after = text.char32At(text.moveIndex32(at, 1));
  return before < 0x80 && after < 0x80 && (is_latin_letter(before) || is_latin_letter(after));
}

bool reads_like_east_asia(const icu::UnicodeString& text) {
  std::size_t like_accents = 0, others = 0;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    if (text.char32At(at) < 0x80) continue;
    ++(stands_like_an_accent(text, at) ? like_accents : others);
  }
  return others > like_accents;
}

bool is_controlled(UChar32 letter) {
  return letter == 0xFFFD || letter == 0x1A || (letter >= 0x80 && letter < 0xA0);
}

// Whether the bytes fit a character set: all have a letter there, and the letters stand as they do in text. A
// document may be cut within its last letter.
bool fits(const icu::UnicodeString& text, std::string_view charset) {
  for (std::int32_t at = 0; at + 1 < text.length(); at = text.moveIndex32(at, 1))
    if (is_controlled(text.char32At(at))) return false;
  return !is_multibyte(charset) || reads_like_east_asia(text);
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

class Decoder {
 public:
  Decoder(const std::string& bytes, MediaKind kind, const std::string& declared)
      : bytes_(bytes), http_(declared), head_(kind == MediaKind::Html ? charset_in_head(bytes) : "") {}

  Decoded decode() {
    if (bytes_.starts_with("\xFF\xFE") || bytes_.starts_with("\xFE\xFF")) return finish(by_mark());
    if (shifts_to_japanese(bytes_) && try_charset("ISO-2022-JP")) return finish(std::move(text_));
    const Utf8Count count = count_utf8(bytes_);
    if (count.strays == 0) return finish(bytes_.substr(0, bytes_.size() - count.cut));
    if (bytes_.starts_with(kUtf8Mark) || count.letters > 10 * count.strays) return mended_utf8(count);
    if (by_declaration()) return finish(std::move(text_));
    return by_guess(count.letters + count.strays < kFewLetters);
  }

 private:
  Decoded finish(std::string text) {
    if (text.starts_with(kUtf8Mark)) text.erase(0, kUtf8Mark.size());
    std::erase(text, '\0');
    return {std::move(text), std::move(warnings_)};
  }

  std::string by_mark() const {
    auto text = convert(bytes_, "UTF-16");
    if (!text) throw documents::Failure(documents::FailureKind::Damaged, "the character set is not known");
    return utf8_of(*text);
  }

  Decoded mended_utf8(const Utf8Count& count) {
    warnings_.push_back(fmt::format("{} bytes are not UTF-8 as the rest is", count.strays));
    return finish(utf8_of(icu::UnicodeString::fromUTF8(bytes_)));
  }

  bool try_charset(std::string_view charset) {
    auto text = convert(bytes_, charset);
    if (!text || !fits(*text, charset)) return false;
    text_ = utf8_of(*text);
    return true;
  }

  // A set of single bytes fits whatever comes, so a declared one proves little against text of East Asia.
  bool is_disproved(std::string_view charset) {
    if (is_multibyte(charset)) return false;
    const std::string_view guess = converter_of(guessed_charset(bytes_));
    return is_multibyte(guess) && try_charset(guess);
  }

  bool by_declaration() {
    for (const std::string& label : {http_, head_}) {
      const std::string_view charset = converter_of(label);
      if (label.empty()) continue;
      if (!charset.empty() && charset != "UTF-8" && !is_disproved(charset) && try_charset(charset))
        return true;
      warnings_.push_back(fmt::format("the bytes do not fit the declared character set {}", label));
    }
    return false;
  }

  Decoded by_guess(bool has_few_letters) {
    const std::string guessed = guessed_charset(bytes_);
    for (const std::string_view charset : {converter_of(guessed), kWestern}) {
      const bool is_told_apart = !has_few_letters || is_multibyte(charset) || charset == kWestern;
      if (charset.empty() || charset == "UTF-8" || !is_told_apart || !try_charset(charset)) continue;
      warnings_.push_back(fmt::format("the character set was guessed: {}", charset));
      return finish(std::move(text_));
    }
    warnings_.emplace_back("the character set is not known: letters outside ASCII may be wrong");
    auto text = convert(bytes_, kWestern);
    return finish(text ? utf8_of(*text) : std::string());
  }

  const std::string& bytes_;
  std::string http_, head_, text_;
  std::vector<std::string> warnings_;
};

}  // namespace

Decoded to_utf8(const std::string& bytes, MediaKind kind, const std::string& declared_charset) {
  return Decoder(bytes, kind, declared_charset).decode();
}

}  // namespace certreg::worker
