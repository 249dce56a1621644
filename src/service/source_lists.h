// Lists of services in scope, as a page of a definition names them.
#pragma once

#include "certreg/documents/selection.h"
#include "certreg/reading/service_list.h"
#include "service/reference_row.h"

namespace certreg::service {

// `parts`: what the page selects; a list names one of them, or none.
// `reference`: which standards there are; null: judged elsewhere.
reading::ListSpec read_list(ReferenceRow row, const documents::Selections& parts, const Reference* reference);

}  // namespace certreg::service
