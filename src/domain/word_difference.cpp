#include "domain/word_difference.h"

#include <map>

#include "domain/words.h"

namespace certreg {
namespace {

struct Word {
  std::string as_written, folded;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    const auto written = text.substr(at, end - at);
    if (auto folded = fold_words(written); !folded.empty())
      words.push_back({std::string(written), std::move(folded)});
    at = end + 1;
  }
  return words;
}

using Counts = std::map<std::string, int>;

Counts counts_of(const std::vector<Word>& words) {
  Counts counts;
  for (const auto& word : words) ++counts[word.folded];
  return counts;
}

std::string without_closing_mark(std::string text) {
  while (!text.empty() && std::string_view(".,;:").find(text.back()) != std::string_view::npos)
    text.pop_back();
  return text;
}

// A counting and no alignment: texts may have thousands of words, and an alignment costs their product.
std::vector<std::string> runs_beyond(const std::vector<Word>& words, Counts other) {
  std::vector<std::string> runs;
  bool in_run = false;
  for (const auto& word : words) {
    if (--other[word.folded] >= 0) {
      in_run = false;
      continue;
    }
    if (in_run)
      runs.back() += " " + word.as_written;
    else
      runs.push_back(word.as_written);
    in_run = true;
  }
  for (auto& run : runs) run = without_closing_mark(std::move(run));
  return runs;
}

}  // namespace

WordDifference word_difference(std::string_view before, std::string_view after) {
  const auto old_words = words_of(before), new_words = words_of(after);
  return {runs_beyond(old_words, counts_of(new_words)), runs_beyond(new_words, counts_of(old_words))};
}

}  // namespace certreg
