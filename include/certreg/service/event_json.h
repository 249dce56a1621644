// Findings and changes of the register as JSON: the form of the API and of webhooks.
#pragma once

#include "certreg/catalogue/catalogue.h"
#include "certreg/codec/json.h"
#include "certreg/store/findings.h"
#include "certreg/store/register_changes.h"

namespace certreg::service {

codec::Json to_json(const store::StoredFinding& finding);

// `catalogue`: for the supplier's name.
codec::Json to_json(const store::RecordedChange& change, const catalogue::Catalogue& catalogue);

}  // namespace certreg::service
