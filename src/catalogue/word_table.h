// The words of many names, in order, each known by its place. Immutable; thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::catalogue {

using WordId = std::uint32_t;

struct WordRange {             // of neighbours in the order of words
  WordId first = 0, last = 0;  // without `last`

  bool contains(WordId word) const { return word >= first && word < last; }
  std::size_t size() const { return last - first; }
};

struct NearWord {
  WordId word = 0;
  std::uint32_t errors = 0;
};

// How many typing errors a word may have: none in a short one, which would be another word.
std::size_t most_errors_in(std::string_view word);

class WordTable {
 public:
  WordTable() = default;
  WordTable(std::span<const std::string_view> sorted, unsigned threads);  // each word once

  std::size_t size() const { return ends_.size(); }
  std::string_view text(WordId word) const;
  static constexpr WordId kNone = UINT32_MAX;
  WordId find(std::string_view word) const;  // or kNone
  WordRange beginning_with(std::string_view beginning) const;

  // Words with at most most_errors_in(word) typing errors, the nearest first, and itself among them. Only
  // words in Latin letters are found misspelt.
  std::vector<NearWord> near(std::string_view word) const;

  std::size_t bytes() const;

 private:
  void fill_hashes();
  void fill_shortened(unsigned threads);

  std::string letters_;
  std::vector<std::uint32_t> ends_;  // of each word in letters_
  std::vector<WordId> by_hash_;      // open addressing
  // The deletion neighbourhood (SymSpell): the beginning of each word with up to two letters left out leads
  // to it. Two misspellings of a word have such a shortened form in common. A place holds the word and, in
  // the bits above, what more is known of the form's hash.
  std::vector<std::uint32_t> shortened_;
  std::vector<std::uint32_t> bucket_ends_;
  unsigned word_bits_ = 0, bucket_bits_ = 0;
};

}  // namespace certreg::catalogue
