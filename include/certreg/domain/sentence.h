// Sentences for people, in English and as what they were made of, so that pages can say them in other
// languages. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg {

// A sentence of all_sentences() with its values, or one value.
struct Said {
  std::string_view id;  // empty: a value
  std::string text;     // of a value, as it stands in every language: a name, a document's words, a number
  bool is_day = false;  // the value is a day, as ISO 8601
  bool is_claimed = false;   // said of a certificate that is only claimed, and beginning with it
  std::vector<Said> values;  // {1} of the pattern is the first
};

struct Sentence {
  std::string text;        // in English
  std::vector<Said> said;  // one after the other

  bool empty() const { return text.empty(); }
  Sentence& operator+=(const Sentence& next);  // after a blank
};
Sentence operator+(Sentence first, const Sentence& next);

inline constexpr std::string_view kListed = "word.and";  // has any number of values, joined two by two

struct SentencePattern {
  std::string_view id;       // of a reason: its code, and a dot before what tells it from others of the code
  std::string_view english;  // with {1} to {9} for values
};
std::span<const SentencePattern> all_sentences();
const SentencePattern* find_sentence(std::string_view id);  // null when there is none

std::size_t values_needed(std::string_view pattern);  // its highest place

// Values are put in once and never looked through again. Throws std::out_of_range for a place without a
// value.
std::string fill(std::string_view pattern, const std::vector<std::string>& values);

}  // namespace certreg
