#include "reading/vocabulary.h"

#include <algorithm>

namespace certreg::reading {
namespace {

constexpr std::size_t kShortest = 6;  // letters: shorter ones are near too many others

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

}  // namespace

void Labels::Vocabulary::add(const std::string& words_of_label) {
  for (std::size_t at = 0; at < words_of_label.size();) {
    const std::size_t end = std::min(words_of_label.find(' ', at), words_of_label.size());
    const std::string word = words_of_label.substr(at, end - at);
    at = end + 1;
    if (!words.insert(word).second || word.size() < kShortest || !is_plain(word)) continue;
    for (std::size_t letter = 0; letter < word.size(); ++letter) {
      std::string shorter = word;
      shorter.erase(letter, 1);
      const auto [place, is_new] = shortened.emplace(std::move(shorter), word);
      if (!is_new && place->second != word) place->second.clear();
    }
  }
}

// Equal but for one letter: equal when one letter is left out of either, or of both at one place.
std::string_view Labels::repaired(std::string_view word) const {
  const std::string given(word);
  if (const auto own = vocabulary_->words.find(given); own != vocabulary_->words.end()) return *own;
  if (given.size() < kShortest || !is_plain(word)) return {};
  std::string_view found;
  const auto consider = [&](const std::string& candidate) {
    if (candidate.empty() || (!found.empty() && found != candidate)) return false;
    found = candidate;
    return true;
  };
  if (const auto longer = vocabulary_->shortened.find(given); longer != vocabulary_->shortened.end())
    if (!consider(longer->second)) return {};
  for (std::size_t letter = 0; letter < given.size(); ++letter) {
    std::string shorter = given;
    shorter.erase(letter, 1);
    if (const auto same = vocabulary_->words.find(shorter);
        same != vocabulary_->words.end() && !consider(*same))
      return {};
    const auto other = vocabulary_->shortened.find(shorter);
    if (other == vocabulary_->shortened.end() || other->second.size() != given.size()) continue;
    const std::string& candidate = other->second;
    const bool one_place = candidate.substr(0, letter) == given.substr(0, letter) &&
                           candidate.substr(letter + 1) == given.substr(letter + 1);
    if (one_place && !consider(candidate)) return {};
  }
  return found;
}

}  // namespace certreg::reading
