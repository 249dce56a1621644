// The words of a company's name, each with what the lists know of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/company_word_table.h"

namespace certreg {

struct NamePiece {
  std::string text;  // Latin; one word for all that a list takes for one; a legal form as in normalised names
  std::string written;  // Latin, abbreviations written out
  WordKind kind = WordKind::Distinctive;
  bool is_known = false;  // a list has it
  bool is_transliterated = false;
};
std::vector<NamePiece> pieces_of(std::string_view name);

}  // namespace certreg
