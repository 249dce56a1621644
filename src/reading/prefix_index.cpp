#include "reading/prefix_index.h"

#include <algorithm>

#include "reading/fold.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kBytes = 256;

std::size_t byte_of(char letter) { return static_cast<unsigned char>(letter); }

}  // namespace

PrefixIndex::PrefixIndex(const std::vector<std::string_view>& words) : by_first_(kBytes) {
  for (std::string_view word : words)
    sorted_.push_back({std::string(word), static_cast<std::uint32_t>(sorted_.size())});
  std::ranges::sort(sorted_, [](const Entry& one, const Entry& other) {
    return one.word != other.word ? one.word < other.word : one.place < other.place;
  });
  for (std::uint32_t at = 0; at < sorted_.size(); ++at) {
    Range& range = by_first_[byte_of(sorted_[at].word.front())];
    if (range.second == 0) range.first = at;
    range.second = at + 1;
  }
}

// The part of a range whose words have `letter` at `depth`; those that end before it stand first in the
// range.
PrefixIndex::Range PrefixIndex::narrowed(Range range, std::size_t depth, char letter) const {
  auto before = [&](const Entry& entry, std::size_t wanted) {
    return entry.word.size() <= depth || byte_of(entry.word[depth]) < wanted;
  };
  auto begin = sorted_.begin() + range.first, end = sorted_.begin() + range.second;
  auto first = std::lower_bound(begin, end, byte_of(letter), before);
  auto last = std::lower_bound(first, end, byte_of(letter) + 1, before);
  return {static_cast<std::uint32_t>(first - sorted_.begin()),
          static_cast<std::uint32_t>(last - sorted_.begin())};
}

std::vector<std::uint32_t> PrefixIndex::at_start_of(std::string_view text) const {
  std::vector<std::uint32_t> places;
  if (text.empty() || sorted_.empty()) return places;
  Range range = by_first_[byte_of(text.front())];
  for (std::size_t depth = 1; range.first < range.second; ++depth) {
    bool ends = is_word_boundary(text, depth);
    for (std::uint32_t at = range.first; at < range.second && sorted_[at].word.size() == depth; ++at)
      if (ends) places.push_back(sorted_[at].place);
    if (depth == text.size()) break;
    range = narrowed(range, depth, text[depth]);
  }
  return places;
}

}  // namespace certreg::reading
