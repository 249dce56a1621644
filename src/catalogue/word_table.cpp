#include "catalogue/word_table.h"

#include <algorithm>
#include <atomic>
#include <bit>

#include "catalogue/parallel.h"
#include "catalogue/shortened_words.h"
#include "catalogue/typing_errors.h"

namespace certreg::catalogue {
namespace {

constexpr std::size_t kShortestMistyped = 4, kShortestTwice = 6;
constexpr std::size_t kLongestMistyped = 40;  // what is longer is no word
constexpr unsigned kPlacesABucket = 8;
constexpr std::size_t kMostNear = 24;

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash ^ (hash >> 32U);
}

bool can_be_misspelt(std::string_view word) {
  return word.size() <= kLongestMistyped && std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
         });
}

std::size_t difference(std::size_t left, std::size_t right) {
  return left < right ? right - left : left - right;
}

}  // namespace

std::size_t most_errors_in(std::string_view word) {
  if (word.size() < kShortestMistyped || !can_be_misspelt(word)) return 0;
  return word.size() < kShortestTwice ? 1 : 2;
}

WordTable::WordTable(std::span<const std::string_view> sorted, unsigned threads) {
  std::size_t bytes = 0;
  for (const auto word : sorted) bytes += word.size();
  letters_.reserve(bytes);
  ends_.reserve(sorted.size());
  for (const auto word : sorted) {
    letters_ += word;
    ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  }
  fill_hashes();
  fill_shortened(threads);
}

std::string_view WordTable::text(WordId word) const {
  const auto first = word == 0 ? 0 : ends_[word - 1];
  return {letters_.data() + first, ends_[word] - first};
}

void WordTable::fill_hashes() {
  by_hash_.assign(std::bit_ceil(size() * 2 + 1), kNone);
  const auto mask = by_hash_.size() - 1;
  for (WordId word = 0; word < size(); ++word) {
    auto at = hash_of(text(word)) & mask;
    while (by_hash_[at] != kNone) at = (at + 1) & mask;
    by_hash_[at] = word;
  }
}

WordId WordTable::find(std::string_view word) const {
  if (ends_.empty()) return kNone;
  const auto mask = by_hash_.size() - 1;
  for (auto at = hash_of(word) & mask; by_hash_[at] != kNone; at = (at + 1) & mask)
    if (text(by_hash_[at]) == word) return by_hash_[at];
  return kNone;
}

WordRange WordTable::beginning_with(std::string_view beginning) const {
  const auto first_not = [&](auto&& comes_before) {
    WordId low = 0, high = static_cast<WordId>(size());
    while (low < high) {
      const auto middle = low + (high - low) / 2;
      if (comes_before(text(middle).substr(0, beginning.size())))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  };
  return {first_not([&](std::string_view start) { return start < beginning; }),
          first_not([&](std::string_view start) { return start <= beginning; })};
}

// Counted first, then put into their places.
void WordTable::fill_shortened(unsigned threads) {
  const auto for_all_forms = [&](const auto& take) {
    in_parallel(size(), threads, [&](std::size_t, std::size_t first, std::size_t last) {
      for (auto word = static_cast<WordId>(first); word < last; ++word)
        if (const auto errors = most_errors_in(text(word)); errors > 0)
          for (const auto hash : shortened_forms(text(word), errors)) take(word, hash);
    });
  };
  std::atomic<std::size_t> forms = 0;
  in_parallel(size(), threads, [&](std::size_t, std::size_t first, std::size_t last) {
    std::size_t count = 0;
    for (auto word = static_cast<WordId>(first); word < last; ++word) {
      const auto errors = most_errors_in(text(word));
      if (errors == 0) continue;
      const auto length = std::min(text(word).size(), kShortenedLetters);
      count += errors == 1 ? 1 + length : 1 + length + length * (length - 1) / 2;
    }
    forms += count;
  });
  word_bits_ = static_cast<unsigned>(std::bit_width(size()));
  bucket_bits_ = static_cast<unsigned>(std::bit_width(forms / kPlacesABucket));
  bucket_ends_.assign((std::size_t{1} << bucket_bits_) + 1, 0);
  const auto bucket_of = [&](std::uint32_t hash) {
    return bucket_bits_ == 0 ? std::size_t{0} : std::size_t{hash >> (32 - bucket_bits_)};
  };
  for_all_forms([&](WordId, std::uint32_t hash) {
    std::atomic_ref(bucket_ends_[bucket_of(hash) + 1]).fetch_add(1, std::memory_order_relaxed);
  });
  for (std::size_t bucket = 1; bucket < bucket_ends_.size(); ++bucket)
    bucket_ends_[bucket] += bucket_ends_[bucket - 1];
  shortened_.resize(bucket_ends_.back());
  // Each bucket is filled from its start, which so becomes the end: that of the one before it no more.
  for_all_forms([&](WordId word, std::uint32_t hash) {
    const auto place = std::atomic_ref(bucket_ends_[bucket_of(hash)]).fetch_add(1, std::memory_order_relaxed);
    shortened_[place] = word | static_cast<std::uint32_t>(std::uint64_t{hash} << word_bits_);
  });
  bucket_ends_.pop_back();
}

std::vector<NearWord> WordTable::near(std::string_view word) const {
  std::vector<NearWord> found;
  const auto most = most_errors_in(word);
  if (most == 0 || ends_.empty()) {
    if (const auto same = find(word); same != kNone) found.push_back({same, 0});
    return found;
  }
  std::vector<WordId> candidates;
  const auto word_mask = static_cast<std::uint32_t>((std::uint64_t{1} << word_bits_) - 1);
  for (const auto hash : shortened_forms(word, most)) {
    const auto bucket = bucket_bits_ == 0 ? 0 : hash >> (32 - bucket_bits_);
    const auto known = static_cast<std::uint32_t>(std::uint64_t{hash} << word_bits_);
    for (auto at = bucket == 0 ? 0 : bucket_ends_[bucket - 1]; at < bucket_ends_[bucket]; ++at)
      if ((shortened_[at] & ~word_mask) == known) candidates.push_back(shortened_[at] & word_mask);
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  const TypingErrors typing(word);
  for (const auto candidate : candidates) {
    const auto other = text(candidate);
    if (difference(other.size(), word.size()) > most) continue;
    if (const auto errors = typing.against(other); errors <= most)
      found.push_back({candidate, static_cast<std::uint32_t>(errors)});
  }
  std::sort(found.begin(), found.end(), [](const NearWord& left, const NearWord& right) {
    return left.errors != right.errors ? left.errors < right.errors : left.word < right.word;
  });
  if (found.size() > kMostNear) found.resize(kMostNear);
  return found;
}

std::size_t WordTable::bytes() const {
  return letters_.capacity() + sizeof(std::uint32_t) * (ends_.capacity() + by_hash_.capacity() +
                                                        shortened_.capacity() + bucket_ends_.capacity());
}

}  // namespace certreg::catalogue
