// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/recognise.h"

#include <fmt/format.h>

#include <algorithm>

#include "documents/worker/first_pass.h"
#include "documents/worker/letters.h"
#include "documents/worker/second_look.h"

namespace certreg::worker {
namespace {

using reading::Word;
using Languages = std::vector<std::string>;

constexpr double kOrnament = 3;  // times the usual size
constexpr std::size_t kLeastLettersOfLargeWord = 3;

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
