#include "domain/han_syllables.h"

#include <array>
#include <atomic>
#include <memory>

#include "certreg/domain/utf8.h"

namespace certreg {
namespace {

constexpr char32_t kFirst = 0x4E00, kLast = 0x9FFF;

using Syllables = std::array<std::atomic<const std::string*>, kLast - kFirst + 1>;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Of three bytes, which these all have; others give a number beyond them.
char32_t character_of(std::string_view bytes) {
  if (bytes.size() != 3) return 0;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  return ((at(0) & 0x0FU) << 12U) | ((at(1) & 0x3FU) << 6U) | (at(2) & 0x3FU);
}

// Nobody takes away what once is there.
const std::string& syllable_of(char32_t c, std::string_view bytes,
                               const std::function<std::string(const std::string&)>& read) {
  static Syllables syllables;
  auto& place = syllables[c - kFirst];
  if (const auto* known = place.load(std::memory_order_acquire)) return *known;
  auto fresh = std::make_unique<const std::string>(read(std::string(bytes)));
  const std::string* expected = nullptr;
  if (place.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel))
    return *fresh.release();
  return *expected;
}

}  // namespace

std::optional<std::string> han_syllables(std::string_view text,
                                         const std::function<std::string(const std::string&)>& read) {
  std::string latin;
  char before = ' ';  // of the text, any byte of a character standing for it
  while (!text.empty()) {
    const auto length = utf8_length(text);
    if (length == 0) return std::nullopt;
    const auto bytes = text.substr(0, length);
    text.remove_prefix(length);
    const bool goes_on = before != ' ' && bytes != " ";
    if (length == 1) {
      if (goes_on && !is_ascii(before)) return std::nullopt;
      latin += bytes;
    } else {
      const auto c = character_of(bytes);
      if (c < kFirst || c > kLast || kReadByContext.find(c) != kReadByContext.npos) return std::nullopt;
      if (goes_on && is_ascii(before)) return std::nullopt;
      if (goes_on) latin += ' ';
      latin += syllable_of(c, bytes, read);
    }
    before = bytes.back();
  }
  return latin;
}

}  // namespace certreg
