// Reads what a page claims: sentences, list items and table rows which say that somebody holds a
// certification. Pure.
#pragma once

#include <string>

#include "certreg/domain/reference.h"
#include "certreg/reading/claim_words.h"
#include "certreg/reading/draft.h"
#include "certreg/reading/labels.h"
#include "certreg/reading/text.h"

namespace certreg::reading {

struct PageContext {
  Claimant claimant;   // whose page it is
  std::string holder;  // as the source names it; used when the page says "we", may be empty
};

// One draft of kind Claim for each standard and holder that a sentence, a table or linked data says to be
// certified. What is said else ("compliant", "aligned with", "working towards", a provider's certificate, a
// logo alone) is a remark and no claim. A page that only explains a standard, or names companies as examples,
// claims nothing, and `nothing_found_why` says so with its words. Extension standards have form Words unless
// the page gives them a number of their own.
DocumentReading read_claims(const Text& text, const PageContext& context, const Labels& labels,
                            const ClaimWords& words, const Reference& reference);

}  // namespace certreg::reading
