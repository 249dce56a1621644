// The form in which a report on signatures goes from the worker to the service: {"signatures": [...],
// "warnings": [...]}, or a failure as in text_json.h.
#pragma once

#include <string>
#include <string_view>

#include "certreg/documents/signatures.h"

namespace certreg::documents {

std::string signatures_json(const SignaturesReport& report);

// Throws Failure: the one that the worker reported, or Crashed when the bytes are not what a worker writes.
SignaturesReport parse_signatures_json(std::string_view bytes);

}  // namespace certreg::documents
