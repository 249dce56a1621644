// How alike two words of names are.
#pragma once

#include <string>
#include <string_view>

#include "domain/entity_name.h"

namespace certreg {

// 1 = the same, 0 = nothing in common; between: typing errors, other romanisations, shortened words.
double word_similarity(const EntityWord& left, const EntityWord& right);

// Consonants as they sound: what romanisations and spellings by ear have in common.
std::string sound_of(std::string_view word);

}  // namespace certreg
