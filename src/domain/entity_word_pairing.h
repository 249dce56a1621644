// Which words of two names belong together.
#pragma once

#include <vector>

#include "domain/entity_name.h"

namespace certreg {

struct WordPairing {
  double weight = 0;                                // of all words of both names
  double matched = 0;                               // of it, what has its like in the other name
  bool is_exact = true;                             // every pair is of the same words, glued ones taken apart
  bool is_ordered = true;                           // they stand in one order
  bool has_initials = false;                        // a word of one is the initials of several of the other
  bool begins_alike = false;                        // with the same distinctive word
  bool has_distinctive = false, has_place = false;  // among the pairs
  std::vector<EntityWord> left, right;              // words without their like
};
WordPairing pair_words(const EntityName& left, const EntityName& right);

}  // namespace certreg
