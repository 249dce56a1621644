// The name of an organisation over its lines, and the address below it.
#pragma once

#include <string>
#include <string_view>

#include "reading/sheet.h"

namespace certreg::reading {

struct NameOverLines {
  std::string text, address;
  Box box;
  double sureness = 1;    // that it ends there
  double confidence = 1;  // of character recognition: the least sure line's
};

// `words`: those of the line `first` that the name begins with.
NameOverLines name_from(const Sheet& sheet, const Segment& first, std::string words);

constexpr std::size_t kMostNameLines = 6;

// Without marks at its ends, and without what politely follows a name in Japanese.
std::string trimmed(std::string text);

// "the Information Security Management System of Acme Ltd": the name is behind the last such words.
std::string behind_system(std::string text);

// "że Harbour S.A.", "της HARBOUR": without the word that leads to the name.
std::string behind_leading_word(const Sheet& sheet, std::string text);

bool begins_in_lower_case(std::string_view text);
// Words in lower case, in Latin letters.
std::ptrdiff_t small_words(std::string_view text);
bool has_standard_or_date(std::string_view text, const Sheet& sheet);
bool is_other_script(std::string_view name);  // written in other letters than Latin ones

}  // namespace certreg::reading
