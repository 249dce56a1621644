// The words of the labels, to find what recognition misread.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "certreg/reading/labels.h"

namespace certreg::reading {

struct Labels::Vocabulary {
  std::unordered_set<std::string> words;
  // A word without one of its letters, to the word; empty for several.
  std::unordered_map<std::string, std::string> shortened;

  void add(const std::string& words_of_label);
};

}  // namespace certreg::reading
