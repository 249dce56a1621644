// Assurances that are no certificates: SOC 2 reports, C5 attestations, audits of our own.
#pragma once

#include <vector>

#include "certreg/domain/assurance.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"

namespace certreg::service {

// The supplier and the document, if one is named, must be known.
Assurance create_assurance(Services& services, Assurance assurance, const Actor& actor);
Assurance correct_assurance(Services& services, const AssuranceId& id, int expected_version,
                            Assurance assurance, const Actor& actor);
Assurance retire_assurance(Services& services, const AssuranceId& id, int expected_version,
                           const std::string& reason, const Actor& actor);
Assurance find_assurance(Services& services, const AssuranceId& id);  // NotFound; retired ones too
std::vector<Assurance> assurances_of(Services& services, const SupplierId& supplier);

}  // namespace certreg::service
