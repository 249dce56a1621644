// SPDX-License-Identifier: GPL-2.0-or-later
// Which language a text is in, by its characters and by words that are frequent in texts and on certificates.
// Pure. Languages have tesseract's names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::worker {

enum class Script { Latin, Cyrillic, Japanese, Han, Hangul, Other };

// The one that most letters are of. Japanese where kana stand among the characters of Chinese.
Script script_of(std::string_view text);
// Of the characters that Japanese is written in, 0 to 1; 0 where there are none.
double share_of_kana(std::string_view text);

// Lower case without accents, as a recogniser of another language reads it too: "für" is "fur"; words only.
std::vector<std::string> folded_words(std::string_view text);

struct LanguageScore {
  std::string language;
  double words = 0;  // known words of it; one that n languages share counts 1/n
};

// Languages in Latin and Cyrillic letters, the most likely first; those without a known word are left out.
std::vector<LanguageScore> language_scores(std::string_view text);

// What a page of Latin letters has to be recognised with: one language, or two when it has words of both.
// English when nothing is known.
std::vector<std::string> languages_of(std::string_view text);

// How many words of the text are known to any language; characters of Chinese, Japanese and Korean count a
// quarter each.
double known_words(std::string_view text);

}  // namespace certreg::worker
