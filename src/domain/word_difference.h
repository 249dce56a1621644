// Two texts beside each other, word by word. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg {

// Runs of words of each text that the other has fewer of, as they stand in it. Case and punctuation are no
// difference; neither is another order.
struct WordDifference {
  std::vector<std::string> removed, added;
};
WordDifference word_difference(std::string_view before, std::string_view after);

}  // namespace certreg
