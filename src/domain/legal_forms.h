// Usual legal forms in one spelling each.
#pragma once

#include <string>
#include <vector>

namespace certreg {

struct NameWord {
  std::string text;
  bool legal_form = false;
};

// Folded words of a name (words.h), with each legal form replaced by its usual abbreviation as one word.
std::vector<NameWord> mark_legal_forms(const std::vector<std::string>& words);

}  // namespace certreg
