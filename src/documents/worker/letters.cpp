// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/letters.h"

#include <algorithm>
#include <cctype>

namespace certreg::worker {
namespace {

// The first byte of a character.
bool starts_one(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }

// U+0080 to U+00BF and U+2000 to U+2FFF are signs: quotes, dashes, bullets, ornaments.
bool starts_a_letter(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return std::isalnum(byte) != 0;
  return starts_one(first) && byte != 0xC2 && byte != 0xE2;
}

}  // namespace

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, starts_a_letter));
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, starts_one));
}

}  // namespace certreg::worker
