// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/recognise.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "documents/worker/first_pass.h"
#include "documents/worker/letters.h"
#include "documents/worker/line_looks.h"
#include "documents/worker/second_look.h"
#include "documents/worker/word_doubt.h"

namespace certreg::worker {
namespace {

using reading::Word;
using Languages = std::vector<std::string>;

constexpr double kOrnament = 3;  // times the usual size
constexpr std::size_t kLeastLettersOfLargeWord = 3;
constexpr double kSecondLook = 0.87;       // of the resolution
const std::string kLatinScript = "Latin";  // tesseract's data for all languages that are written in it
constexpr std::array kOtherScripts{"rus", "jpn", "kor", "chi_sim", "chi_tra"};

std::vector<std::string> missing_data(Languages& languages, const Recogniser& recogniser) {
  std::vector<std::string> warnings;
  std::erase_if(languages, [&](const std::string& language) {
    if (recogniser.has(language)) return false;
    warnings.push_back(fmt::format("the data to recognise the language {} is not installed", language));
    return true;
  });
  if (!languages.empty()) return warnings;
  if (!recogniser.has("eng")) return {"no data to recognise characters is installed"};
  languages.emplace_back("eng");
  return warnings;
}

// A word that runs down the margin comes as large letters one by one; each would draw the lines beside it
// into one.
void drop_ornaments(std::vector<Word>& words) {
  if (words.empty()) return;
  std::vector<double> sizes;
  for (const Word& word : words) sizes.push_back(word.font_size);
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, middle);
  const double large = kOrnament * *middle;
  std::erase_if(words, [&](const Word& word) {
    return word.font_size > large && letters_in(word.text) < kLeastLettersOfLargeWord;
  });
}

// English beside the page's own language is right for words of English only; and a name on an English page
// may be of any language, whose letters the data for the whole script have.
std::vector<std::string> languages_of_second_look(const std::vector<std::string>& languages,
                                                  const Recogniser& recogniser) {
  if (languages.empty() || std::ranges::find(kOtherScripts, languages.front()) != kOtherScripts.end())
    return languages;
  return {recogniser.has(kLatinScript) ? kLatinScript : languages.front()};
}

std::vector<Word> read_words(const Picture& picture, const Picture& smaller,
                             const std::vector<std::string>& languages, Recogniser& recogniser) {
  return joined_readings(
      recogniser.words(picture, languages),
      recogniser.words(smaller, languages_of_second_look(languages, recogniser), Layout::Scattered));
}

std::vector<Word> read_lines(const Picture& picture, const Picture& smaller,
                             const std::vector<std::string>& languages, Recogniser& recogniser) {
  auto lines = joined_lines(recogniser.lines(picture, languages, layout_for(languages)),
                            recogniser.lines(smaller, languages, Layout::Scattered));
  const Picture asked = shown_only(picture, places_for_latin(lines));
  take_latin_words(lines, recogniser.words(asked, {kLatinScript}, Layout::Scattered));
  std::vector<Word> words;
  for (WordLine& line : lines) std::ranges::move(line, std::back_inserter(words));
  std::erase_if(words, is_doubtful_stroke);
  return words;
}

// The words of a page by several looks at it, in its languages by their likelihood.
std::vector<Word> read_by_looks(const Picture& picture, const std::vector<std::string>& languages,
                                Recogniser& recogniser) {
  // At another resolution the same letters fall on other dots, and what was misread is mostly read.
  const Picture smaller = scaled_to(picture, kSecondLook * picture.dpi);
  return is_east_asian(languages) ? read_lines(picture, smaller, languages, recogniser)
                                  : read_words(picture, smaller, languages, recogniser);
}

Picture straightened(Picture picture, Slant slant) {
  return slant == Slant::Straighten ? deskewed(std::move(picture)) : std::move(picture);
}

}  // namespace

Picture upright(Picture picture, Recogniser& recogniser, Slant slant) {
  first_pass(picture, recogniser);
  return straightened(std::move(picture), slant);
}

Recognition recognise(Picture picture, Recogniser& recogniser, Slant slant) {
  Recognition result;
  auto [languages, has_turned] = first_pass(picture, recogniser);
  result.languages = std::move(languages);
  result.was_turned = has_turned;
  result.warnings = missing_data(result.languages, recogniser);
  result.upright = straightened(std::move(picture), slant);
  result.words = read_by_looks(result.upright, result.languages, recogniser);
  drop_ornaments(result.words);
  return result;
}

}  // namespace certreg::worker
