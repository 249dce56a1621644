// Whether a document is a certificate of a management system at all.
#pragma once

#include <string>

#include "reading/sheet.h"

namespace certreg::reading {

// The first line that has a phrase of the kind, or null.
const Segment* line_saying(const Sheet& sheet, PhraseKind kind);

// A sentence that says why it is none, with the words that tell; empty where nothing speaks against it.
std::string why_no_certificate(const Sheet& sheet);

// What speaks against it in running text: words of letters and of texts about standards. A document with all
// that a certificate states may have them all the same ("To whom it may concern").
std::string why_perhaps_none(const Sheet& sheet);

// Holder, number, expiry, scope and issuer were all found (ISO/IEC 17021-1:2015, 8.2.2).
bool is_complete(const Draft& draft);

// Empty when what was read is enough to be one: who or which (holder, number) and until when or since when
// (ISO/IEC 17021-1:2015, 8.2.2 a, b, c and d). Else what is lacking.
std::string why_too_little(const Draft& draft);

}  // namespace certreg::reading
