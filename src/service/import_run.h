// One import from its request to its end.
#pragma once

#include <functional>

#include "certreg/service/intake.h"

namespace certreg::service {

// Never throws: what goes wrong ends the run as "failed" with its reason.
void run_import(Services& services, const store::ImportRun& run, ImportRequest request, const Actor& actor,
                const std::function<bool()>& is_stopping);

}  // namespace certreg::service
