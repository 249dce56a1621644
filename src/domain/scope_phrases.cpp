#include "domain/scope_phrases.h"

#include <algorithm>

#include "domain/scope_words.h"

namespace certreg {
namespace {

using Ranges = std::vector<WordRange>;

bool is_within(const Ranges& ranges, WordRange range) {
  return std::ranges::any_of(ranges, [&](const auto& other) { return other.holds(range); });
}

// Of phrases that share words the longest.
Ranges longest(const Ranges& ranges) {
  Ranges kept;
  for (const auto& range : ranges) {
    const bool shorter = std::ranges::any_of(
        ranges, [&](const auto& other) { return other.size() > range.size() && other.holds(range); });
    const bool known = std::ranges::any_of(
        kept, [&](const auto& other) { return other.begin == range.begin && other.end == range.end; });
    if (!shorter && !known) kept.push_back(range);
  }
  return kept;
}

std::string_view between(const ScopeText& text, std::size_t at) {
  const auto words = text.words();
  return text.text().substr(words[at - 1].end, words[at].begin - words[at - 1].end);
}

WordRange reach_of(const ScopeText& text, WordRange phrase) {
  auto reach = text.rest_of_sentence(phrase);
  int open = 0;
  for (auto at = reach.begin; at < reach.end; ++at)
    for (const char c : between(text, at)) {
      open += c == '(' ? 1 : (c == ')' ? -1 : 0);
      if (open < 0) return {reach.begin, at};
    }
  return reach;
}

std::vector<ScopePhrase> phrases(const ScopeText& text, const Ranges& ranges, const Ranges& inclusive) {
  std::vector<ScopePhrase> all;
  for (const auto& range : longest(ranges))
    if (!is_within(inclusive, range)) all.push_back({range, reach_of(text, range)});
  return all;
}

WordRange without_articles(const ScopeText& text, WordRange range, const ScopeVocabulary& words) {
  const auto all = text.words();
  const auto is_article = [&](std::size_t at) {
    return words.has(ScopeWordKind::Connecting, all[at].folded);
  };
  while (range.size() > 0 && is_article(range.begin)) ++range.begin;
  while (range.size() > 0 && is_article(range.end - 1)) --range.end;
  return range;
}

void add_item(const ScopeText& text, WordRange range, const ScopeVocabulary& words, Ranges& items) {
  if (const auto item = without_articles(text, range, words); item.size() > 0) items.push_back(item);
}

// Parts between signs, each whole and cut at its conjunctions: one may belong to a name.
Ranges items_in(const ScopeText& text, WordRange part, const ScopeVocabulary& words) {
  Ranges items;
  add_item(text, part, words, items);
  auto begin = part.begin;
  for (auto at = part.begin; at < part.end; ++at)
    if (words.has(ScopeWordKind::Conjunction, text.words()[at].folded)) {
      add_item(text, {begin, at}, words, items);
      begin = at + 1;
    }
  if (begin > part.begin) add_item(text, {begin, part.end}, words, items);
  return items;
}

Ranges parts_of(const ScopeText& text, WordRange reach) {
  Ranges parts;
  auto begin = reach.begin;
  for (auto at = reach.begin + 1; at < reach.end; ++at)
    if (text.words()[at].before != Gap::Joined) {
      parts.push_back({begin, at});
      begin = at;
    }
  if (begin < reach.end) parts.push_back({begin, reach.end});
  return parts;
}

Ranges doubts_of(const ScopeText& text, const ScopePhrases& found, const Ranges& inclusive) {
  Ranges doubts;
  for (const auto& phrase : found.excludes) doubts.push_back(phrase.words);
  for (const auto& phrase : found.limits) doubts.push_back(phrase.words);
  for (const auto& range : text.find_any(words_of_exclusion()))
    if (!is_within(inclusive, range) && !is_within(doubts, range)) doubts.push_back(range);
  return doubts;
}

}  // namespace

ScopePhrases phrases_of(const ScopeText& text, const ScopeVocabulary& words) {
  const auto inclusive = text.find_any(words.of(ScopeWordKind::Inclusive));
  const auto of = [&](ScopeWordKind kind) { return phrases(text, text.find_any(words.of(kind)), inclusive); };
  ScopePhrases found{of(ScopeWordKind::Excludes),    of(ScopeWordKind::Limits),   of(ScopeWordKind::HostedBy),
                     of(ScopeWordKind::InternalUse), of(ScopeWordKind::Supports), {}};
  found.doubts = doubts_of(text, found, inclusive);
  return found;
}

Ranges listed_after(const ScopeText& text, const ScopePhrase& phrase, const ScopeVocabulary& words) {
  Ranges items;
  for (const auto& part : parts_of(text, phrase.reach))
    for (const auto& item : items_in(text, part, words)) items.push_back(item);
  return items;
}

Ranges listed_first(const ScopeText& text, const ScopePhrase& phrase, const ScopeVocabulary& words) {
  const auto parts = parts_of(text, phrase.reach);
  return parts.empty() ? Ranges{} : items_in(text, parts.front(), words);
}

std::string key_of_range(const ScopeText& text, WordRange range) {
  std::vector<std::string> words;
  for (const auto& word : text.words(range)) words.push_back(word.folded);
  return key_of_words(words);
}

}  // namespace certreg
