// A company's name taken apart for comparison.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/company_word_table.h"

namespace certreg {

struct EntityWord {
  std::string
      text;  // Latin, without accents; one word for all that a list takes for one ("system", "sistemi")
  std::string written;  // Latin, without accents; abbreviations written out ("sys" -> "systems")
  WordKind kind = WordKind::Distinctive;
  double weight = 1;  // how much it tells
};

struct EntityName {
  std::string shown;       // as it was given
  std::string normalised;  // by normalise_name()
  std::vector<EntityWord>
      words;  // without legal forms and joining words, in order; empty only for a blank name
  std::vector<std::string> forms;  // legal forms as in normalised names, sorted
  std::string spelled;             // all as written but silent words and legal forms, without blanks
  std::string whole;               // the same with the legal forms where they stand
  bool is_transliterated = false;  // some of it is written in another script
  bool has_mistyped_form = false;  // a legal form was known in spite of a typing error
  std::string within;              // the name that it is a part of (names_within()), or empty
};
EntityName entity_name(std::string_view name);

}  // namespace certreg
