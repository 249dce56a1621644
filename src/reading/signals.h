// What makes a certificate suspicious, told with its words. It decides nothing.
#pragma once

#include <string>
#include <vector>

#include "reading/sheet.h"

namespace certreg::reading {

// An entity that the scope names and that is not the holder; an issuer that the reference does not know; an
// accreditor that is easily taken for another.
std::vector<std::string> signals_in(const Sheet& sheet, const Draft& draft);

}  // namespace certreg::reading
