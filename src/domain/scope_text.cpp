#include "domain/scope_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kLongestExcerpt = 200;  // bytes
constexpr std::size_t kWordsAround = 8;

struct Sign {
  UChar32 code = 0;
  std::size_t begin = 0, end = 0;
};

std::vector<Sign> signs_of(std::string_view text) {
  std::vector<Sign> signs;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    const auto begin = at;
    UChar32 code = 0;
    U8_NEXT(bytes, at, length, code);
    signs.push_back(
        {code < 0 ? 0xFFFD : code, static_cast<std::size_t>(begin), static_cast<std::size_t>(at)});
  }
  return signs;
}

// As fold_words() keeps it.
bool is_word_sign(std::string_view text, const Sign& sign) {
  constexpr std::string_view kKept = "$+<=>~";
  if (sign.code < 0x80)
    return u_isalnum(sign.code) != 0 || kKept.find(static_cast<char>(sign.code)) != kKept.npos;
  return !fold_words(text.substr(sign.begin, sign.end - sign.begin)).empty();
}

bool is_trade_mark(UChar32 code) { return code == 0x2122 || code == 0xAE || code == 0xA9 || code == 0x2120; }

bool is_proper(UChar32 code) {
  if (u_isdigit(code) != 0 || u_isUUppercase(code) != 0 || u_istitle(code) != 0) return true;
  return u_isalpha(code) != 0 && u_isULowercase(code) == 0;
}

// Within a name: "Node.js", "Moody's", "S/4HANA"; a slash joins only what has no blanks around it.
Gap gap_between(std::span<const Sign> signs, bool at_end) {
  bool broken = false, sentence = false;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const auto code = signs[i].code;
    if (u_isUWhiteSpace(code) != 0 || is_trade_mark(code) || code == '-' || code == 0x2010 || code == 0x2011)
      continue;
    if (code == '.' || code == '/' || code == '\'' || code == 0x2019) {
      const bool within = signs.size() == 1;
      sentence = sentence || (code == '.' && !within);
      broken = broken || !within;
      continue;
    }
    broken = true;
    sentence = sentence || code == ';' || code == ':' || code == '!' || code == '?' || code == 0x2022 ||
               code == 0x3002 || code == 0xFF1B || code == 0xFF1A;
  }
  if (at_end || sentence) return Gap::Sentence;
  return broken ? Gap::Broken : Gap::Joined;
}

std::vector<TextWord> words_of(std::string_view text) {
  const auto signs = signs_of(text);
  std::vector<TextWord> words;
  std::size_t gap_begin = 0;
  for (std::size_t at = 0; at < signs.size();) {
    if (!is_word_sign(text, signs[at])) {
      ++at;
      continue;
    }
    TextWord word;
    word.before = gap_between(std::span(signs).subspan(gap_begin, at - gap_begin), words.empty());
    word.begin = signs[at].begin;
    for (; at < signs.size() && is_word_sign(text, signs[at]); ++at) {
      word.proper = word.proper || is_proper(signs[at].code);
      word.end = signs[at].end;
    }
    word.folded = fold_words(text.substr(word.begin, word.end - word.begin));
    words.push_back(std::move(word));
    gap_begin = at;
  }
  return words;
}

}  // namespace

ScopeText::ScopeText(std::string_view text) : text_(text), words_(words_of(text)) {}

bool ScopeText::stands_at(std::string_view phrase, std::size_t at) const {
  while (!phrase.empty()) {
    const auto end = std::min(phrase.find(' '), phrase.size());
    if (at >= words_.size() || words_[at++].folded != phrase.substr(0, end)) return false;
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return true;
}

std::vector<WordRange> ScopeText::find(std::string_view phrase) const {
  std::vector<WordRange> found;
  const auto length = static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
  for (std::size_t at = 0; !phrase.empty() && at + length <= words_.size(); ++at)
    if (stands_at(phrase, at)) found.push_back({at, at + length});
  return found;
}

std::vector<WordRange> ScopeText::find_any(std::span<const std::string> phrases) const {
  std::vector<WordRange> found;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const auto& first = words_[at].folded;
    for (auto phrase = std::ranges::lower_bound(phrases, first);
         phrase != phrases.end() && phrase->starts_with(first); ++phrase)
      if (stands_at(*phrase, at))
        found.push_back({at, at + static_cast<std::size_t>(std::ranges::count(*phrase, ' ')) + 1});
  }
  return found;
}

WordRange ScopeText::sentence_of(WordRange range) const {
  auto begin = range.begin;
  while (begin > 0 && words_[begin].before != Gap::Sentence) --begin;
  return {begin, rest_of_sentence(range).end};
}

WordRange ScopeText::rest_of_sentence(WordRange range) const {
  auto end = range.end;
  while (end < words_.size() && words_[end].before != Gap::Sentence) ++end;
  return {range.end, end};
}

std::string_view ScopeText::verbatim(WordRange range) const {
  if (range.size() == 0) return {};
  const auto begin = words_[range.begin].begin;
  auto end = words_[range.end - 1].end;
  const auto part = text_.substr(begin, end - begin);
  const bool open = std::ranges::count(part, '(') > std::ranges::count(part, ')');
  if (open && end < text_.size() && text_[end] == ')') ++end;
  return text_.substr(begin, end - begin);
}

std::string_view ScopeText::excerpt(WordRange range) const {
  if (const auto whole = verbatim(sentence_of(range)); whole.size() <= kLongestExcerpt) return whole;
  const auto sentence = sentence_of(range);
  WordRange around{std::max(sentence.begin + kWordsAround, range.begin) - kWordsAround,
                   std::min(sentence.end, range.end + kWordsAround)};
  return verbatim(around);
}

}  // namespace certreg
