// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace certreg::worker {

// Frequent words of a language, and those of certificates and addresses; folded (folded_words()), with blanks
// between.
struct LanguageWords {
  std::string_view language, words;
};

extern const std::array<LanguageWords, 12> kLanguageWords;

}  // namespace certreg::worker
