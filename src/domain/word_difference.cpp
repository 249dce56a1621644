#include "domain/word_difference.h"

#include <algorithm>
#include <map>
#include <span>

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

using Words = std::span<const Word>;

// What stands between the beginning and the end that both have: a word of a name is not counted as another
// name's.
struct Middle {
  Words before, after;
};

Middle middle_of(Words before, Words after) {
  const auto same = [](const Word& one, const Word& other) { return one.folded == other.folded; };
  const auto begin = std::mismatch(before.begin(), before.end(), after.begin(), after.end(), same);
  before = before.subspan(static_cast<std::size_t>(begin.first - before.begin()));
  after = after.subspan(static_cast<std::size_t>(begin.second - after.begin()));
  const auto end = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend(), same);
  return {before.first(before.size() - static_cast<std::size_t>(end.first - before.rbegin())),
          after.first(after.size() - static_cast<std::size_t>(end.second - after.rbegin()))};
}

using Counts = std::map<std::string, int>;

Counts counts_of(Words words) {
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
std::vector<std::string> runs_beyond(Words words, Counts other) {
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
  const auto middle = middle_of(old_words, new_words);
  return {runs_beyond(middle.before, counts_of(middle.after)),
          runs_beyond(middle.after, counts_of(middle.before))};
}

}  // namespace certreg
