// Whom a text may mean, as it is typed.
#pragma once

#include "web/visit.h"

namespace certreg::web {

// A JSON array of at most eight {"id", "name", "note"}; the note is what was found, where that is not the
// name.
std::string suggestions(const Visit& visit);

// The one supplier that bears the text as a whole identifier (LEI, VAT or registration number, domain,
// certificate number); null when none does, or several.
catalogue::SupplierPtr bearer_of(const service::Services& services, const std::string& text);

}  // namespace certreg::web
