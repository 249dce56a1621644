// What must hold for a head beyond its grammar, before anything is decided by it.
#pragma once

#include <optional>

#include "certreg/http/request.h"
#include "http/refusal.h"

namespace certreg::http {

enum class Version { Http10, Http11 };

// Fills in method, path, segments and query from what was sent, and refuses: a missing or second Host, every
// Transfer-Encoding but one plain "chunked", a Content-Length that is not one plain number, both together, an
// expectation other than 100-continue, and targets that parse_target refuses.
std::optional<Refusal> complete_head(Request& request, Version version);

bool expects_continue(const Request& request);

}  // namespace certreg::http
