#include "certreg/domain/search_name.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "domain/company_word_table.h"
#include "domain/entity_latin.h"
#include "domain/legal_forms.h"
#include "domain/words.h"

namespace certreg {
namespace {

std::string_view beginning_of(std::string_view text) {
  if (text.size() <= kMostSearchedBytes) return text;
  auto end = kMostSearchedBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_silent(const std::string& word) {
  static const auto silent = [] {
    std::unordered_set<std::string_view> made;
    for (const auto& listed : company_words())
      if (listed.kind == WordKind::Silent) made.insert(listed.spelling);
    return made;
  }();
  return silent.contains(word);
}

bool is_single_letter(const NameWord& word) {
  return !word.legal_form && word.text.size() == 1 && word.text[0] >= 'a' && word.text[0] <= 'z';
}

// "A.B.C." is written "ABC" as well.
std::vector<NameWord> with_joined_letters(std::vector<NameWord> words) {
  std::vector<NameWord> joined;
  for (std::size_t at = 0; at < words.size();) {
    auto end = at;
    while (end < words.size() && is_single_letter(words[end])) ++end;
    if (end - at < 2) {
      joined.push_back(std::move(words[at++]));
      continue;
    }
    NameWord letters;
    for (; at < end; ++at) letters.text += words[at].text;
    joined.push_back(std::move(letters));
  }
  return joined;
}

std::string without_umlaut_digraphs(std::string word) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    word[kept++] = c;
    if ((c == 'a' || c == 'o' || c == 'u') && at + 1 < word.size() && word[at + 1] == 'e') ++at;
  }
  word.resize(kept);
  return word;
}

std::vector<SearchWord> search_words(std::string_view folded) {
  auto split = split_words(folded);
  if (split.size() > kMostSearchedWords) split.resize(kMostSearchedWords);
  std::vector<SearchWord> words;
  for (auto& word : with_joined_letters(mark_legal_forms(split))) {
    const bool is_weak = word.legal_form || is_silent(word.text);
    words.push_back({std::move(word.text), is_weak});
  }
  // Forms that were attached to a word are words of their own now.
  if (words.size() > kMostSearchedWords) words.resize(kMostSearchedWords);
  if (std::all_of(words.begin(), words.end(), [](const SearchWord& word) { return word.is_weak; }))
    for (auto& word : words) word.is_weak = false;
  return words;
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::vector<SearchWord> in_latin(std::vector<SearchWord> words) {
  for (auto& word : words)
    if (!word.is_weak) word.text = without_umlaut_digraphs(without_blanks(latin_text(word.text).text));
  std::erase_if(words, [](const SearchWord& word) { return word.text.empty(); });
  return words;
}

// Scripts that are written without blanks: their characters are what a word of letters is elsewhere.
bool is_without_blanks(UChar32 c) {
  constexpr std::pair<UChar32, UChar32> kRanges[] = {{0x3040, 0x30FF}, {0x31F0, 0x31FF}, {0x3400, 0x9FFF},
                                                     {0xAC00, 0xD7AF}, {0xF900, 0xFAFF}, {0x20000, 0x2FA1F}};
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [c](const auto& range) { return c >= range.first && c <= range.second; });
}

void append_characters(std::vector<SearchWord>& words, const std::string& text) {
  const auto letters = icu::UnicodeString::fromUTF8(text);
  bool goes_on = false;
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const UChar32 c = letters.char32At(at);
    const bool is_word = is_without_blanks(c);
    if (is_word || !goes_on) words.emplace_back();
    icu::UnicodeString(c).toUTF8String(words.back().text);
    goes_on = !is_word;
  }
}

std::vector<SearchWord> in_characters(const std::vector<SearchWord>& own) {
  std::vector<SearchWord> words;
  for (const auto& word : own) {
    if (word.is_weak)
      words.push_back(word);
    else
      append_characters(words, word.text);
  }
  if (words.size() > kMostSearchedWords) words.resize(kMostSearchedWords);
  return words;
}

using Spellings = std::unordered_map<std::string_view, std::vector<std::string>>;

// Each list of words that mean one, by its first.
std::map<std::string, std::set<std::string>> same_words() {
  std::map<std::string, std::set<std::string>> rows;
  std::unordered_map<std::string_view, std::string_view> meanings;
  const auto is_word = [](std::string_view text) {
    return is_ascii(text) && text.find(' ') == std::string_view::npos;
  };
  for (const auto& listed : company_words()) {
    if (listed.kind == WordKind::LegalForm || listed.kind == WordKind::Silent || !is_word(listed.spelling))
      continue;
    meanings.emplace(listed.spelling, listed.text);
    rows[std::string(listed.text)].insert(std::string(listed.spelling));
  }
  for (const auto& [spelling, whole] : abbreviations()) {
    if (!is_word(spelling) || !is_word(whole)) continue;
    const auto meaning = meanings.find(whole);
    auto& row = rows[std::string(meaning == meanings.end() ? whole : meaning->second)];
    row.insert(std::string(spelling));
    row.insert(std::string(whole));
  }
  return rows;
}

// The keys live as long as the values that hold them.
struct SpellingIndex {
  std::set<std::string> words;
  Spellings others;
};

const Spellings& spellings() {
  static const auto index = [] {
    SpellingIndex made;
    for (const auto& [meaning, row] : same_words())
      for (const auto& word : row)
        for (const auto& other : row) {
          const auto key = made.words.insert(without_umlaut_digraphs(word)).first;
          auto text = without_umlaut_digraphs(other);
          auto& others = made.others[*key];
          if (text != *key && std::find(others.begin(), others.end(), text) == others.end())
            others.push_back(std::move(text));
        }
    return made;
  }();
  return index.others;
}

}  // namespace

SearchName search_name(std::string_view name) {
  const auto text = beginning_of(name);
  const auto folded = fold_words(text);
  const auto latin = latin_text(folded);
  auto own = search_words(folded);
  if (!latin.is_transliterated) return {in_latin(std::move(own)), {}};
  auto characters = in_characters(own);
  // Romanised syllables stand apart, and a legal form among them is read as any other.
  if (characters.size() > own.size()) own = search_words(fold_words(latin.text));
  return {in_latin(std::move(own)), std::move(characters)};
}

const std::vector<std::string>& other_spellings(std::string_view latin) {
  static const std::vector<std::string> none;
  const auto found = spellings().find(latin);
  return found == spellings().end() ? none : found->second;
}

}  // namespace certreg
