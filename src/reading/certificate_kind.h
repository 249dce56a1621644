// Whether a document is a certificate of a management system at all.
#pragma once

#include <string>

#include "reading/sheet.h"

namespace certreg::reading {

// The first line that has a phrase of the kind, or null.
const Segment* line_saying(const Sheet& sheet, PhraseKind kind);

// A sentence that says why it is none, with the words that tell; empty where nothing speaks against it.
std::string why_no_certificate(const Sheet& sheet);

// Empty when what was read is enough to be one: who or which (holder, number) and until when or since when
// (ISO/IEC 17021-1:2015, 8.2.2 a, b, c and d). Else what is lacking.
std::string why_too_little(const Draft& draft);

}  // namespace certreg::reading
