// How many typing errors lie between two words or names.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace certreg::catalogue {

inline constexpr std::size_t kMostCompared = 64;  // bytes of what was asked

// Compares one text with many. Insertions, deletions, replacements and exchanges of neighbours count one each
// (optimal string alignment), by bytes. Bit-parallel after Hyyrö, "A bit-vector algorithm for computing
// Levenshtein and Damerau edit distances" (2003): a few instructions a byte.
class TypingErrors {
 public:
  explicit TypingErrors(std::string_view asked);  // its first kMostCompared bytes
  std::size_t against(std::string_view other) const;

 private:
  std::size_t length_;
  std::array<std::uint64_t, 256> places_{};  // of each byte in what was asked
};

}  // namespace certreg::catalogue
