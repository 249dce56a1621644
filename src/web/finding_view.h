// A finding with what was decided and what became of it, as values for the template.
#pragma once

#include "certreg/service/findings.h"
#include "web/visit.h"

namespace certreg::web {

Data finding_view(const service::FindingCase& one, const Visit& visit);

}  // namespace certreg::web
