// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/languages.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "documents/worker/language_words.h"

namespace certreg::worker {
namespace {

constexpr std::size_t kLeastLetters = 2;  // of a word that says something: single ones come from strokes
constexpr int kMostRepeats = 2;           // one word again and again is no more of a language
constexpr double kLeastWordsOfSecond = 3;
constexpr double kLeastShareOfSecond = 0.12;
constexpr double kWordsACharacter = 0.25;  // of Chinese, Japanese and Korean

using Languages = std::vector<std::size_t>;  // places in kLanguageWords

const std::unordered_map<std::string_view, Languages>& languages_by_word() {
  static const auto words = [] {
    std::unordered_map<std::string_view, Languages> result;
    for (std::size_t index = 0; index < kLanguageWords.size(); ++index) {
      std::string_view rest = kLanguageWords.at(index).words;
      while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        result[rest.substr(0, end)].push_back(index);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return result;
  }();
  return words;
}

// Letters that no decomposition takes apart.
UChar32 plain(UChar32 letter) {
  constexpr std::array<std::pair<UChar32, UChar32>, 7> letters{
      {{0x131, 'i'}, {0x142, 'l'}, {0xF8, 'o'}, {0x111, 'd'}, {0xE6, 'a'}, {0x153, 'o'}, {0xF0, 'd'}}};
  const auto* found = std::ranges::find(letters, letter, &std::pair<UChar32, UChar32>::first);
  return found == letters.end() ? letter : found->second;
}

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKDInstance(status);
  auto letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (U_FAILURE(status) != 0) return letters;
  letters = form->normalize(letters, status);
  return letters.foldCase();
}

bool is_known(const std::string& word) {
  return word.size() >= kLeastLetters && languages_by_word().contains(word);
}

struct Letters {
  int latin = 0, cyrillic = 0, kana = 0, han = 0, hangul = 0, other = 0;
};

void count(UChar32 letter, Letters& letters) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(letter, &status)) {
    case USCRIPT_LATIN:
      ++letters.latin;
      break;
    case USCRIPT_CYRILLIC:
      ++letters.cyrillic;
      break;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      ++letters.kana;
      break;
    case USCRIPT_HAN:
      ++letters.han;
      break;
    case USCRIPT_HANGUL:
      ++letters.hangul;
      break;
    default:
      ++letters.other;
  }
}

Letters letters_in(std::string_view text) {
  const auto characters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  Letters letters;
  for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1))
    if (u_isalpha(characters.char32At(at)) != 0) count(characters.char32At(at), letters);
  return letters;
}

}  // namespace

Script script_of(std::string_view text) {
  const Letters letters = letters_in(text);
  const int east = letters.kana + letters.han;
  const int most = std::max({letters.latin, letters.cyrillic, east, letters.hangul, letters.other});
  if (most == letters.latin) return Script::Latin;
  if (most == letters.cyrillic) return Script::Cyrillic;
  if (most == letters.hangul) return Script::Hangul;
  if (most == letters.other) return Script::Other;
  return letters.kana * 10 >= east ? Script::Japanese : Script::Han;
}

double share_of_kana(std::string_view text) {
  const Letters letters = letters_in(text);
  const int east = letters.kana + letters.han;
  return east == 0 ? 0 : static_cast<double>(letters.kana) / east;
}

std::vector<std::string> folded_words(std::string_view text) {
  const icu::UnicodeString letters = decomposed(text);
  std::vector<std::string> words;
  icu::UnicodeString word;
  const auto finish = [&] {
    if (!word.isEmpty()) word.toUTF8String(words.emplace_back());
    word.remove();
  };
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const UChar32 letter = letters.char32At(at);
    if (u_charType(letter) == U_NON_SPACING_MARK) continue;
    if (u_isalpha(letter) != 0)
      word.append(plain(letter));
    else
      finish();
  }
  finish();
  return words;
}

std::vector<LanguageScore> language_scores(std::string_view text) {
  std::map<std::string, int> repeats;
  std::array<double, kLanguageWords.size()> scores{};
  for (const std::string& word : folded_words(text)) {
    if (!is_known(word) || ++repeats[word] > kMostRepeats) continue;
    const Languages& languages = languages_by_word().at(word);
    for (std::size_t language : languages) scores.at(language) += 1.0 / static_cast<double>(languages.size());
  }
  std::vector<LanguageScore> result;
  for (std::size_t index = 0; index < scores.size(); ++index)
    if (scores.at(index) > 0)
      result.push_back({std::string(kLanguageWords.at(index).language), scores.at(index)});
  std::ranges::stable_sort(result, std::greater<>(), &LanguageScore::words);
  return result;
}

namespace {

// Sister languages share words: only those count that the first language does not have.
std::string second_language(std::string_view text, std::string_view first,
                            const std::vector<LanguageScore>& others) {
  const auto place = [](std::string_view language) {
    return static_cast<std::size_t>(
        std::ranges::find(kLanguageWords, language, [](const auto& words) { return words.language; }) -
        kLanguageWords.begin());
  };
  std::map<std::string, int> own;
  for (const std::string& word : folded_words(text))
    if (is_known(word) && own[word] < kMostRepeats &&
        std::ranges::find(languages_by_word().at(word), place(first)) == languages_by_word().at(word).end())
      ++own[word];
  for (const LanguageScore& other : others) {
    double words = 0;
    for (const auto& [word, count] : own) {
      const Languages& languages = languages_by_word().at(word);
      if (std::ranges::find(languages, place(other.language)) != languages.end()) words += count;
    }
    if (words >= kLeastWordsOfSecond) return other.language;
  }
  return {};
}

}  // namespace

std::vector<std::string> languages_of(std::string_view text) {
  std::vector<LanguageScore> scores = language_scores(text);
  std::erase_if(scores, [](const LanguageScore& score) { return score.language == "rus"; });
  if (scores.empty()) return {"eng"};
  std::vector<std::string> languages{scores.front().language};
  std::erase_if(scores, [&](const LanguageScore& score) {
    return score.language == languages.front() || score.words < kLeastShareOfSecond * scores.front().words;
  });
  const std::string second = second_language(text, languages.front(), scores);
  if (!second.empty()) languages.push_back(second);
  // The first is asked first: English would be sure of letters without their accents.
  if (languages.size() > 1 && languages.front() == "eng") std::swap(languages[0], languages[1]);
  // Standards and legal forms are English nearly everywhere.
  if (second.empty() && languages.front() != "eng") languages.emplace_back("eng");
  return languages;
}

double known_words(std::string_view text) {
  const auto words = folded_words(text);
  const Letters letters = letters_in(text);
  return static_cast<double>(std::ranges::count_if(words, is_known)) +
         kWordsACharacter * (letters.kana + letters.han + letters.hangul);
}

}  // namespace certreg::worker
