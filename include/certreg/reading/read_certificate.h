// Reads a certificate's fields from a document's text. Rules and data only, deterministic. Pure.
#pragma once

#include "certreg/domain/reference.h"
#include "certreg/reading/draft.h"
#include "certreg/reading/labels.h"
#include "certreg/reading/text.h"

namespace certreg::reading {

// One draft for each standard that the document certifies; extensions (27017, 27018) that a 27001 certificate
// names are drafts of form Reference. Every field that is set has a quote (without document and address: the
// caller knows them). Candidates of equal strength become an Ambiguity and the field stays empty. A document
// that is no certificate (an invoice, a questionnaire, a placeholder) has no drafts and `nothing_found_why`
// says why.
DocumentReading read_certificate(const Text& text, const Labels& labels, const Reference& reference);

}  // namespace certreg::reading
