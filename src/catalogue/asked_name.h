// What somebody looks for, taken apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/typing_errors.h"
#include "certreg/domain/search_name.h"

namespace certreg::catalogue {

struct AskedWord {
  std::string text;  // as in the tables of words: weak ones marked
  bool is_weak = false;
  bool is_last = false;  // and may go on
};

struct AskedName {
  std::vector<AskedWord> words;  // each once
  std::string spelled;           // those that tell, with blanks
  TypingErrors typing;           // against `spelled`
};

// In its own script, then in Latin letters; none for text without any word.
std::vector<AskedName> asked_names(std::string_view text);

}  // namespace certreg::catalogue
