// The forms of a word that are left when some of its letters are left out.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace certreg::catalogue {

inline constexpr std::size_t kShortenedLetters = 7;  // of the beginning of a word
inline constexpr std::size_t kMostShortened =
    1 + kShortenedLetters + kShortenedLetters * (kShortenedLetters - 1) / 2;

struct ShortenedForms {
  std::array<std::uint32_t, kMostShortened> hashes{};
  std::size_t count = 0;

  const std::uint32_t* begin() const { return hashes.data(); }
  const std::uint32_t* end() const { return hashes.data() + count; }
};
// Hashes of the beginning of `word` with at most `left_out` (0 to 2) letters left out, each once.
ShortenedForms shortened_forms(std::string_view word, std::size_t left_out);

}  // namespace certreg::catalogue
