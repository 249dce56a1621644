#include "certreg/catalogue/name_index.h"

#include <algorithm>

#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

constexpr std::size_t kMaxWords = 16;
constexpr std::size_t kShortestPrefix = 2;
constexpr double kPrefixShare = 0.8;      // a word found by its beginning only
constexpr double kUnaskedPenalty = 0.02;  // for each word of the name that was not asked for
constexpr double kLowestScore = 0.3;

std::vector<std::string> words_of(std::string_view name) {
  const auto normal = name_without_legal_form(name);
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < normal.size() && words.size() < kMaxWords) {
    const auto end = std::min(normal.find(' ', at), normal.size());
    if (end > at) words.push_back(normal.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

double word_score(const std::string& asked, const std::vector<std::string>& words) {
  double best = 0;
  for (const auto& word : words) {
    if (word == asked) return 1;
    if (asked.size() >= kShortestPrefix && word.starts_with(asked)) best = kPrefixShare;
  }
  return best;
}

double name_score(const std::vector<std::string>& asked, const std::vector<std::string>& words) {
  double found = 0;
  for (const auto& word : asked) found += word_score(word, words);
  const double unasked = words.size() > asked.size() ? static_cast<double>(words.size() - asked.size()) : 0;
  return found / static_cast<double>(asked.size()) - kUnaskedPenalty * unasked;
}

}  // namespace

void NameIndex::add(const SupplierId& supplier, std::string_view name) {
  auto words = words_of(name);
  for (const auto& word : words) by_word_[word].insert(supplier);
  words_[supplier].push_back(std::move(words));
}

void NameIndex::remove(const SupplierId& supplier) {
  const auto found = words_.find(supplier);
  if (found == words_.end()) return;
  for (const auto& name : found->second)
    for (const auto& word : name) {
      const auto entry = by_word_.find(word);
      if (entry == by_word_.end()) continue;
      entry->second.erase(supplier);
      if (entry->second.empty()) by_word_.erase(entry);
    }
  words_.erase(found);
}

std::vector<NameMatch> NameIndex::search(std::string_view text, std::size_t limit) const {
  const auto asked = words_of(text);
  std::unordered_set<SupplierId> candidates;
  for (const auto& word : asked)
    for (auto at = by_word_.lower_bound(word); at != by_word_.end() && at->first.starts_with(word); ++at) {
      if (at->first != word && word.size() < kShortestPrefix) break;
      candidates.insert(at->second.begin(), at->second.end());
    }
  std::vector<NameMatch> matches;
  for (const auto& supplier : candidates) {
    double best = 0;
    for (const auto& words : words_.at(supplier)) best = std::max(best, name_score(asked, words));
    if (best >= kLowestScore) matches.push_back({supplier, best});
  }
  std::sort(matches.begin(), matches.end(), [](const NameMatch& a, const NameMatch& b) {
    return a.score != b.score ? a.score > b.score : a.supplier < b.supplier;
  });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

}  // namespace certreg::catalogue
