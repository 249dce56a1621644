// Two names of companies beside each other.
#pragma once

#include "domain/entity_name.h"
#include "domain/entity_word_pairing.h"

namespace certreg {

enum class NameRelation {
  Same,            // by normalise_name()
  SpellingOnly,    // the same words and legal form
  OtherScript,     // the same once transliterated
  OtherWords,      // the same in other forms of words, or in another language: "Systems" and "System"
  FormMissing,     // the same words, one without a legal form
  FormAlike,       // the same words, legal forms that may be one in two languages
  FormDiffers,     // the same words, two legal forms
  PlaceDiffers,    // the same but for names of countries and regions
  GroupWord,       // the same but for words that name a whole group
  NumberDiffers,   // both have a number, and not the same
  CommonDiffers,   // the same but for words that many companies bear
  Initials,        // one is abbreviated to initials
  Mistyped,        // the same but for single letters or the order of words
  SharesWords,     // something distinctive is shared, something is not
  NothingInCommon  // no distinctive word is shared
};

struct NameMatch {
  NameRelation relation = NameRelation::NothingInCommon;
  double score = 0;
};
NameMatch match_names(const EntityName& left, const EntityName& right);

}  // namespace certreg
