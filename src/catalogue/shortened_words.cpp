#include "catalogue/shortened_words.h"

#include <algorithm>

namespace certreg::catalogue {
namespace {

// At most seven letters fit into one number; what is left out moves the rest down.
std::uint64_t packed(std::string_view letters) {
  std::uint64_t number = 0;
  for (const char c : letters) number = (number << 8U) | static_cast<unsigned char>(c);
  return number;
}

std::uint64_t without_letter(std::uint64_t letters, std::size_t place) {
  const auto low = (std::uint64_t{1} << (8 * place)) - 1;
  return ((letters >> 8U) & ~low) | (letters & low);
}

std::uint32_t hash_of(std::uint64_t letters) {
  letters *= 0x9E3779B97F4A7C15U;
  letters ^= letters >> 29U;
  letters *= 0xBF58476D1CE4E5B9U;
  return static_cast<std::uint32_t>(letters >> 32U);
}

}  // namespace

ShortenedForms shortened_forms(std::string_view word, std::size_t left_out) {
  const auto whole = word.substr(0, kShortenedLetters);
  const auto letters = packed(whole);
  ShortenedForms forms;
  const auto add = [&](std::uint64_t form) { forms.hashes[forms.count++] = hash_of(form); };
  add(letters);
  for (std::size_t i = 0; left_out > 0 && i < whole.size(); ++i) {
    const auto one = without_letter(letters, i);
    add(one);
    for (std::size_t j = i; left_out > 1 && j + 1 < whole.size(); ++j) add(without_letter(one, j));
  }
  std::sort(forms.hashes.begin(), forms.hashes.begin() + forms.count);
  const auto* end = std::unique(forms.hashes.begin(), forms.hashes.begin() + forms.count);
  forms.count = static_cast<std::size_t>(end - forms.hashes.begin());
  return forms;
}

}  // namespace certreg::catalogue
