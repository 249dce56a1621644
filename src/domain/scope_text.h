// The text of a scope as words with places, so that what decides can be quoted as it stands.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace certreg {

// What stands before a word: nothing but blanks and hyphens, another sign, or the end of a sentence.
enum class Gap { Joined, Broken, Sentence };

struct TextWord {
  std::string folded;
  std::size_t begin = 0, end = 0;  // bytes of the text
  Gap before = Gap::Sentence;
  bool proper = false;  // begins with a capital or has a capital or a digit, or its script has no cases
};

// A run of words: the first and one past the last.
struct WordRange {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
  bool holds(const WordRange& other) const { return begin <= other.begin && other.end <= end; }
  bool meets(const WordRange& other) const { return begin < other.end && other.begin < end; }
};

class ScopeText {
 public:
  explicit ScopeText(std::string_view text);

  std::string_view text() const { return text_; }
  std::span<const TextWord> words() const { return words_; }
  std::span<const TextWord> words(WordRange range) const {
    return std::span(words_).subspan(range.begin, range.size());
  }

  // True when the words of the folded phrase begin at `at`, whatever signs stand between them.
  bool stands_at(std::string_view phrase, std::size_t at) const;
  std::vector<WordRange> find(std::string_view phrase) const;
  // All places of phrases that are in alphabetical order.
  std::vector<WordRange> find_any(std::span<const std::string> phrases) const;

  WordRange sentence_of(WordRange range) const;
  // The words after `range` to the end of its sentence.
  WordRange rest_of_sentence(WordRange range) const;
  // Verbatim; with the closing bracket that a bracket within asks for.
  std::string_view verbatim(WordRange range) const;
  // The words with as much of their sentence as a quote bears: all of it when it is short.
  std::string_view excerpt(WordRange range) const;

 private:
  std::string_view text_;
  std::vector<TextWord> words_;
};

}  // namespace certreg
