// Fetches what a source publishes and takes it in; every attempt is kept with what it came to. A page that is
// gone, empty, or turned into something else takes nothing away from what is known.
#pragma once

#include <functional>
#include <string>

#include "service/document_intake.h"

namespace certreg::service {

// Thrown when somebody else has the source's lease by now.
struct LeaseLost {};

// All pages of a source and what they link to. `between` is called before each page.
struct Refreshed {
  std::size_t pages = 0, read = 0;  // tried, and of these those whose content was read
};
Refreshed refresh_source(IntakeContext& context, const SourceDefinition& source,
                         const std::function<void()>& between);

// One address, on its own; `source` may be null.
void refresh_address(IntakeContext& context, const std::string& address, const SourceDefinition* source);

}  // namespace certreg::service
