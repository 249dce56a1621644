#include "certreg/domain/sentence.h"

#include <algorithm>
#include <stdexcept>

#include "domain/say.h"

namespace certreg {
namespace {

bool is_place(std::string_view pattern, std::size_t at) {
  return at + 2 < pattern.size() && pattern[at] == '{' && pattern[at + 1] >= '1' && pattern[at + 1] <= '9' &&
         pattern[at + 2] == '}';
}

}  // namespace

Sentence& Sentence::operator+=(const Sentence& next) {
  if (!text.empty() && !next.text.empty()) text += ' ';
  text += next.text;
  said.insert(said.end(), next.said.begin(), next.said.end());
  return *this;
}

Sentence operator+(Sentence first, const Sentence& next) { return first += next; }

std::span<const SentencePattern> all_sentences() { return kSentences; }

const SentencePattern* find_sentence(std::string_view id) {
  const auto* found = std::ranges::find(kSentences, id, &SentencePattern::id);
  return found == std::end(kSentences) ? nullptr : found;
}

std::size_t values_needed(std::string_view pattern) {
  std::size_t needed = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at)
    if (is_place(pattern, at)) needed = std::max(needed, static_cast<std::size_t>(pattern[at + 1] - '0'));
  return needed;
}

std::string fill(std::string_view pattern, const std::vector<std::string>& values) {
  constexpr std::size_t place_length = 3;  // {1}
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    if (!is_place(pattern, at)) {
      text += pattern[at++];
      continue;
    }
    const auto place = static_cast<std::size_t>(pattern[at + 1] - '1');
    if (place >= values.size()) throw std::out_of_range("no value for a place of a sentence");
    text += values[place];
    at += place_length;
  }
  return text;
}

Sentence listed(const std::vector<Sentence>& items) {
  if (items.size() == 1) return items.front();
  Sentence all{{}, {{.id = kListed}}};
  for (const auto& item : items) {
    all.text += (all.text.empty() ? "" : ", ") + item.text;
    all.said.front().values.push_back(said_of(item));
  }
  return all;
}

}  // namespace certreg
