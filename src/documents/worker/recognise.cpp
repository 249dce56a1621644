// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/recognise.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "documents/worker/languages.h"
#include "documents/worker/letters.h"
#include "documents/worker/second_look.h"

namespace certreg::worker {
namespace {

using reading::Word;
using Languages = std::vector<std::string>;

constexpr double kReadable = 0.7;  // mean confidence of a first pass in the right script, the right way up
constexpr std::size_t kLeastLettersToTell = 4;  // the box of a shorter word may be as high as it is wide
constexpr std::size_t kLeastWords = 8;          // fewer prove nothing
constexpr double kManyDoubtful = 0.2;           // of the words: another script stands beside the first
constexpr double kBetter = 0.03;                // mean confidence
constexpr double kOrnament = 3;                 // times the usual size
constexpr std::size_t kLeastLettersOfLargeWord = 3;
constexpr double kSureOfTurn = 1.0;  // tesseract's own unit; noise stays below

struct Pass {
  Languages languages;
  std::vector<Word> words;
  double confidence = 0;
};

std::string text_of(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) {
    text += word.text;
    text += ' ';
  }
  return text;
}

Pass pass_with(const Languages& languages, const Picture& picture, Recogniser& recogniser,
               Layout layout = Layout::Page) {
  Pass pass{languages, recogniser.words(picture, languages, layout), 0};
  pass.confidence = mean_confidence(pass.words);
  return pass;
}

// Lines that run up or down a page are read too, word by word.
bool is_sideways(const std::vector<Word>& words) {
  std::size_t long_ones = 0, upright = 0;
  for (const Word& word : words) {
    if (letters_in(word.text) < kLeastLettersToTell) continue;
    ++long_ones;
    if (word.box.width > word.box.height) ++upright;
  }
  return 2 * upright < long_ones;
}

bool is_readable(const Pass& pass) {
  return pass.confidence >= kReadable && pass.words.size() >= kLeastWords && !is_sideways(pass.words);
}

bool is_half_read(const Pass& pass) {
  const auto doubtful =
      std::ranges::count_if(pass.words, [](const Word& word) { return word.confidence < kReadable; });
  return static_cast<double>(doubtful) > kManyDoubtful * static_cast<double>(pass.words.size());
}

// Languages to try for a script, in the order in which they are likely.
std::vector<Languages> candidates_of(std::string_view script) {
  if (script == "Cyrillic") return {{"rus"}};
  if (script == "Hangul" || script == "Korean") return {{"kor"}, {"jpn"}, {"chi_sim"}};
  if (script.starts_with("Han")) return {{"chi_sim"}, {"chi_tra"}, {"jpn"}};
  if (script == "Japanese" || script == "Hiragana" || script == "Katakana")
    return {{"jpn"}, {"chi_sim"}, {"chi_tra"}};
  return {{"eng"}};
}

// The wide gaps between characters of East Asia are taken for those of columns.
Layout layout_for(const Languages& languages) {
  const auto is_east_asian = [](const std::string& language) {
    return language == "kor" || language == "jpn" || language.starts_with("chi_");
  };
  return std::ranges::any_of(languages, is_east_asian) ? Layout::Column : Layout::Page;
}

// Simplified and traditional characters are each read, and surely, for the other's likes.
bool is_rivalled(const Languages& languages) { return languages == Languages{"chi_sim"}; }

class FirstPass {
 public:
  FirstPass(Picture& full, Recogniser& recogniser) : full_(full), recogniser_(recogniser) {
    half_ = scaled_to(full_, std::min(kFirstPassDpi, full_.dpi));
  }

  Languages run() {
    Pass best = pass_with({"eng"}, half_, recogniser_);
    // Large words that run up the margin make tesseract take the whole page for sideways.
    if (!is_readable(best) && is_sideways(best.words)) {
      Pass scattered = pass_with({"eng"}, half_, recogniser_, Layout::Scattered);
      std::erase_if(scattered.words, [](const Word& word) { return word.box.height > word.box.width; });
      if (is_readable(scattered)) best = std::move(scattered);
    }
    if (!is_readable(best))
      best = turn_and_try(std::move(best));
    else if (is_half_read(best))
      best = try_second_script(std::move(best));
    return with_companions(best);
  }

  bool has_turned() const { return has_turned_; }

 private:
  Pass turn_and_try(Pass best) {
    const auto found = recogniser_.orientation(half_);
    if (!found) return best;
    if (is_sideways(best.words)) best.confidence = 0;
    const bool turns = found->turn != 0 && found->confidence >= kSureOfTurn;
    const Picture upright = turned(half_, turns ? found->turn : 0);
    Pass tried;
    for (const Languages& languages : candidates_of(found->script)) {
      Pass pass = pass_with(languages, upright, recogniser_, layout_for(languages));
      if (pass.confidence > tried.confidence) tried = std::move(pass);
      if (is_readable(tried) && !is_rivalled(languages)) break;
    }
    if (tried.confidence <= best.confidence) return best;
    if (turns) full_ = turned(full_, found->turn);
    has_turned_ = turns;
    return tried;
  }

  // A page in two languages of which one is in other letters.
  Pass try_second_script(Pass best) {
    const auto found = recogniser_.orientation(half_);
    std::vector<Languages> candidates = candidates_of(found ? found->script : "Latin");
    if (candidates.front() == Languages{"eng"}) candidates = {{"rus"}};
    for (const Languages& languages : candidates) {
      Languages both = languages;
      both.emplace_back("eng");
      Pass pass = pass_with(both, half_, recogniser_);
      pass.languages = languages;
      if (pass.confidence > best.confidence + kBetter) return pass;
    }
    return best;
  }

  // Names and standards stand in Latin letters among all others.
  static Languages with_companions(const Pass& pass) {
    if (pass.languages == Languages{"eng"}) return languages_of(text_of(pass.words));
    Languages languages = pass.languages;
    languages.emplace_back("eng");
    return languages;
  }

  Picture& full_;
  Recogniser& recogniser_;
  Picture half_;
  bool has_turned_ = false;
};

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
  FirstPass(picture, recogniser).run();
  return straightened(std::move(picture), slant);
}

Recognition recognise(Picture picture, Recogniser& recogniser, Slant slant) {
  Recognition result;
  FirstPass first(picture, recogniser);
  result.languages = first.run();
  result.was_turned = first.has_turned();
  result.warnings = missing_data(result.languages, recogniser);
  result.upright = straightened(std::move(picture), slant);
  result.words = with_second_look(
      result.upright, recogniser.words(result.upright, result.languages, layout_for(result.languages)),
      result.languages, recogniser);
  drop_ornaments(result.words);
  return result;
}

}  // namespace certreg::worker
