// What the report of an import says about the signatures of a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/signatures.h"
#include "certreg/service/text_reading.h"

namespace certreg::service {

// "Signed by Example GmbH: intact ...; covers ...; ...", one for each signature; nothing for a PDF without
// any. Signatures that cannot be judged are told too.
std::vector<std::string> signature_notes(const ReadingTools& tools, std::string_view pdf);

}  // namespace certreg::service
