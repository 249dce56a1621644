// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/first_pass.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "documents/worker/languages.h"
#include "documents/worker/letters.h"
#include "documents/worker/word_doubt.h"

namespace certreg::worker {
namespace {

using reading::Word;
using Languages = std::vector<std::string>;

constexpr double kReadable = 0.7;  // mean confidence of a first pass in the right script, the right way up
constexpr std::size_t kLeastLettersToTell = 4;  // the box of a shorter word may be as high as it is wide
constexpr std::size_t kLeastWords = 8;          // fewer prove nothing
constexpr std::size_t kLeastLetters = 16;       // of a second script; fewer are a seal's or a name's
constexpr double kManyDoubtful = 0.2;           // of the words: another script stands beside the first
constexpr double kMuchKana = 0.25;              // no Chinese is taken for it
constexpr double kSureOfTurn = 1.0;             // tesseract's own unit; noise stays below

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

// By tesseract's names of scripts.
Script script_named(std::string_view name) {
  if (name == "Cyrillic") return Script::Cyrillic;
  if (name == "Hangul" || name == "Korean") return Script::Hangul;
  if (name == "Japanese" || name == "Hiragana" || name == "Katakana") return Script::Japanese;
  return name.starts_with("Han") ? Script::Han : Script::Latin;
}

// Languages to try for a script, in the order in which they are likely.
std::vector<Languages> candidates_of(Script script) {
  switch (script) {
    case Script::Cyrillic:
      return {{"rus"}};
    case Script::Hangul:
      return {{"kor"}, {"jpn"}, {"chi_sim"}};
    case Script::Han:
      return {{"chi_sim"}, {"jpn"}};
    case Script::Japanese:
      return {{"jpn"}, {"chi_sim"}};
    default:
      return {{"eng"}};
  }
}

Script script_written_in(const Languages& languages) {
  const std::string& language = languages.front();
  if (language == "kor") return Script::Hangul;
  if (language == "jpn") return Script::Japanese;
  if (language == "rus") return Script::Cyrillic;
  return language.starts_with("chi_") ? Script::Han : Script::Latin;
}

// Mean confidence of the words with characters that the other way of writing Chinese does not have: each
// data knows only its own, and takes the other's for the likest of them, less surely.
double confidence_of_own(const std::vector<Word>& words, const icu::Transliterator& to_other) {
  std::vector<Word> own;
  for (const Word& word : words) {
    const auto text = icu::UnicodeString::fromUTF8(word.text);
    icu::UnicodeString other(text);
    to_other.transliterate(other);
    if (other != text) own.push_back(word);
  }
  return own.empty() ? 0 : mean_confidence(own);
}

std::unique_ptr<icu::Transliterator> transliterator(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(name, UTRANS_FORWARD, status));
  return U_FAILURE(status) != 0 ? nullptr : std::move(made);
}

bool is_rather_traditional(const Pass& simplified, const Pass& traditional) {
  const auto to_traditional = transliterator("Hans-Hant"), to_simplified = transliterator("Hant-Hans");
  if (!to_traditional || !to_simplified) return traditional.confidence > simplified.confidence;
  return confidence_of_own(traditional.words, *to_simplified) >
         confidence_of_own(simplified.words, *to_traditional);
}

class Looking {
 public:
  Looking(Picture& full, Recogniser& recogniser) : full_(full), recogniser_(recogniser) {
    half_ = scaled_to(full_, std::min(kFirstPassDpi, full_.dpi));
  }

  FirstPass run() {
    Pass best = pass_with({"eng"}, half_, recogniser_);
    // Large words that run up the margin make tesseract take the whole page for sideways.
    if (!is_readable(best) && is_sideways(best.words)) {
      Pass scattered = pass_with({"eng"}, half_, recogniser_, Layout::Scattered);
      std::erase_if(scattered.words, [](const Word& word) { return word.box.height > word.box.width; });
      if (is_readable(scattered)) best = std::move(scattered);
    }
    if (!is_readable(best)) best = turn_and_try(std::move(best));
    if (best.languages == Languages{"eng"} && is_half_read(best)) best = try_second_script(best);
    return {with_companions(best), has_turned_};
  }

 private:
  Pass turn_and_try(Pass best) {
    const auto found = recogniser_.orientation(half_);
    if (!found) return best;
    if (is_sideways(best.words)) best.confidence = 0;
    const bool turns = found->turn != 0 && found->confidence >= kSureOfTurn;
    Picture upright = turned(half_, turns ? found->turn : 0);
    Pass tried;
    for (const Languages& languages : candidates_of(script_named(found->script))) {
      Pass pass = with_rival(pass_with(languages, upright, recogniser_, layout_for(languages)), upright);
      if (pass.confidence > tried.confidence) tried = std::move(pass);
      if (is_readable(tried)) break;
    }
    if (tried.confidence <= best.confidence) return best;
    if (turns) full_ = turned(full_, found->turn);
    has_turned_ = turns;
    half_ = std::move(upright);
    return tried;
  }

  Pass with_rival(Pass pass, const Picture& picture) {
    if (pass.languages != Languages{"chi_sim"}) return pass;
    Pass rival = pass_with({"chi_tra"}, picture, recogniser_, layout_for({"chi_tra"}));
    return is_rather_traditional(pass, rival) ? rival : pass;
  }

  // A page in two languages of which one is in other letters: what English reads surely is painted over, and
  // the rest is asked for its language.
  Pass try_second_script(const Pass& best) {
    std::vector<Box> sure;
    for (const Word& word : best.words)
      if (!is_doubtful(word)) sure.push_back(word.box);
    const Picture rest = painted_over(half_, sure);
    Pass tried;
    for (const Languages& languages : second_candidates(rest)) {
      Pass pass = with_rival(pass_with(languages, rest, recogniser_, layout_for(languages)), rest);
      if (script_of(text_of(pass.words)) != script_written_in(languages)) continue;
      if (letters_in(text_of(pass.words)) < kLeastLetters || pass.confidence < kReadable) continue;
      const bool is_japanese =
          languages == Languages{"jpn"} && share_of_kana(text_of(pass.words)) > kMuchKana;
      if (pass.confidence > tried.confidence) tried = std::move(pass);
      if (is_japanese) break;
    }
    return tried.words.empty() ? best : tried;
  }

  // Korean letters and Cyrillic ones are known by their looks; Chinese and Japanese share theirs.
  std::vector<Languages> second_candidates(const Picture& rest) {
    const auto found = recogniser_.orientation(rest);
    switch (found ? script_named(found->script) : Script::Latin) {
      case Script::Hangul:
        return {{"kor"}};
      case Script::Cyrillic:
        return {{"rus"}};
      case Script::Han:
      case Script::Japanese:
        return {{"jpn"}, {"chi_sim"}};
      default:
        return {{"kor"}, {"jpn"}, {"chi_sim"}, {"rus"}};
    }
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

}  // namespace

bool is_east_asian(const Languages& languages) {
  return std::ranges::any_of(languages, [](const std::string& language) {
    return language == "kor" || language == "jpn" || language.starts_with("chi_");
  });
}

Layout layout_for(const Languages& languages) {
  return is_east_asian(languages) ? Layout::Column : Layout::Page;
}

FirstPass first_pass(Picture& picture, Recogniser& recogniser) { return Looking(picture, recogniser).run(); }

}  // namespace certreg::worker
