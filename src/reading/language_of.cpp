// Which language a text is in, by its letters and its short words.
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <map>

#include "certreg/reading/labels.h"
#include "reading/fold.h"
#include "reading/name_shape.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLeastWords = 2;  // of a language, to be taken for it

struct Scripts {
  std::size_t hangul = 0, kana = 0, han = 0, cyrillic = 0, latin = 0;
};

Scripts scripts_in(std::string_view text) {
  Scripts scripts;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    UChar32 letter = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), letter);
    if (letter < 0) continue;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(letter, &status)) {
      case USCRIPT_HANGUL:
        ++scripts.hangul;
        break;
      case USCRIPT_HIRAGANA:
      case USCRIPT_KATAKANA:
        ++scripts.kana;
        break;
      case USCRIPT_HAN:
        ++scripts.han;
        break;
      case USCRIPT_CYRILLIC:
        ++scripts.cyrillic;
        break;
      case USCRIPT_LATIN:
        ++scripts.latin;
        break;
      default:
        break;
    }
  }
  return scripts;
}

// Latin names stand in texts of all scripts; a third of other letters tells.
std::string language_by_script(const Scripts& scripts) {
  const std::size_t wide = scripts.hangul + scripts.kana + scripts.han;
  if (2 * wide + 2 * scripts.cyrillic < scripts.latin) return {};
  if (scripts.hangul > 0 && scripts.hangul >= scripts.kana) return "ko";
  if (scripts.kana > 0) return "ja";
  if (scripts.han > 0) return "zh";
  return scripts.cyrillic > 0 ? "ru" : std::string();
}

// "equipment's": folded, the s would be a word, which it is in some languages.
std::string without_genitives(std::string_view text) {
  std::string result(text);
  for (std::string_view mark : {"'s", "’s"})
    for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark, at))
      result.erase(at, mark.size());
  return result;
}

}  // namespace

std::string Labels::language_of(std::string_view text) const {
  std::string by_script = language_by_script(scripts_in(text));
  return by_script.empty() ? language_by_words(text, kLeastWords) : by_script;
}

std::string Labels::language_hinted_in(std::string_view text) const { return language_by_words(text, 1); }

std::string Labels::language_by_words(std::string_view text, std::size_t least) const {
  std::map<std::string, std::size_t> counts;
  const std::string folded = fold_label(without_genitives(text));
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (auto found = words_.find(folded.substr(at, end - at)); found != words_.end())
      for (const std::string& language : found->second) ++counts[language];
    at = end + 1;
  }
  std::string best;
  std::size_t most = 0, second = 0;
  for (const auto& [language, count] : counts) {
    if (count > most) {
      second = most;
      most = count;
      best = language;
    } else {
      second = std::max(second, count);
    }
  }
  return most >= least && most > second ? best : std::string();
}

bool Labels::stops_within_sentence(std::string_view text, std::string_view language) const {
  const auto blank = text.rfind(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view word = text.substr(blank + 1);
  // "Annex A", "Phase I"
  const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  const bool begins_sentence = blank > 0 && text[blank - 1] == '.';
  if (capital && !begins_sentence && !is_mostly_capitals(text)) return false;
  if (word.empty() || std::string_view(".,;:!?)").find(word.back()) != std::string_view::npos) return false;
  const auto found = leading_words_.find(fold_label(word));
  if (found == leading_words_.end()) return false;
  return language.empty() || std::ranges::find(found->second, language) != found->second.end();
}

}  // namespace certreg::reading
