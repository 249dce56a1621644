// Phrases in the text of a scope that leave something out, limit it, or say who hosts.
#pragma once

#include <vector>

#include "domain/scope_text.h"
#include "domain/service_name.h"

namespace certreg {

struct ScopePhrase {
  WordRange words;  // of the phrase itself
  WordRange reach;  // what it is said of: to the end of the sentence, or of the brackets that it stands in
};

struct ScopePhrases {
  std::vector<ScopePhrase> excludes, limits, hosted_by, internal_use, supports;
  std::vector<WordRange> doubts;  // words that may leave something out, those of `excludes` and `limits` too
};

// Without what only looks like them ("not limited to").
ScopePhrases phrases_of(const ScopeText& text, const ScopeVocabulary& words);

// What a phrase lists, between commas and conjunctions, without articles around it.
std::vector<WordRange> listed_after(const ScopeText& text, const ScopePhrase& phrase,
                                    const ScopeVocabulary& words);
// The same up to the first comma: what follows it may be in scope again.
std::vector<WordRange> listed_first(const ScopeText& text, const ScopePhrase& phrase,
                                    const ScopeVocabulary& words);

std::string key_of_range(const ScopeText& text, WordRange range);

}  // namespace certreg
