// Names in the form in which they are looked for; for finding candidates, never for deciding. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg {

// Of a text no more is looked at: what is asked may be anything.
inline constexpr std::size_t kMostSearchedBytes = 1024;
inline constexpr std::size_t kMostSearchedWords = 24;

struct SearchWord {
  std::string text;      // folded; a legal form in its usual abbreviation
  bool is_weak = false;  // a legal form, or a word such as "and": tells names apart, finds none

  bool operator==(const SearchWord&) const = default;
};

struct SearchName {
  // In Latin letters without accents, whatever the script. "ae", "oe" and "ue" are "a", "o" and "u", so that
  // "Müller", "Mueller" and "Muller" are one word; the beginning of a name stays its beginning.
  std::vector<SearchWord> latin;
  // In its own script, characters of scripts without blanks one by one; empty when that is Latin.
  std::vector<SearchWord> own;
};
// A name of nothing but weak words has no weak word. Control characters and the like are blanks.
SearchName search_name(std::string_view name);

// Words in Latin letters that lists take for the same as `latin` ("tech", "technologies", "tecnologia"), in
// order and without it; none for most.
const std::vector<std::string>& other_spellings(std::string_view latin);

}  // namespace certreg
