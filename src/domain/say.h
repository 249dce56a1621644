// Making sentences: say("expired", who, end). An id that is not in the table does not compile.
#pragma once

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certreg/domain/sentence.h"
#include "domain/sentence_table.h"

namespace certreg {

struct SentenceId {
  std::size_t row;
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is the name of a sentence
  consteval SentenceId(const char* id) : row(row_of(id)) {}

 private:
  static consteval std::size_t row_of(std::string_view id) {
    for (std::size_t row = 0; row < std::size(kSentences); ++row)
      if (kSentences[row].id == id) return row;
    throw "no such sentence";
  }
};

inline Said said_of(std::string_view text) { return {.text = std::string(text)}; }
inline Said said_of(std::integral auto number) { return {.text = std::to_string(number)}; }
inline Said said_of(Date day) { return {.text = day.to_string(), .is_day = true}; }
// Of nothing: an empty value.
inline Said said_of(const Sentence& inner) { return inner.said.empty() ? Said{} : inner.said.front(); }

inline std::string english_of(const auto& value) { return said_of(value).text; }
inline const std::string& english_of(const Sentence& inner) { return inner.text; }

template <class... Values>
Sentence say(SentenceId id, const Values&... values) {
  const auto& pattern = kSentences[id.row];
  Sentence sentence{fill(pattern.english, {english_of(values)...}), {}};
  sentence.said.push_back({.id = pattern.id, .values = {said_of(values)...}});
  return sentence;
}

// "A, B, C"
Sentence listed(const std::vector<Sentence>& items);

}  // namespace certreg
