// Rows of reference data, one reader a list.
#pragma once

#include "service/reference_tables.h"

namespace certreg::service {

Placed<Standard> read_standard(ReferenceRow& row);
Placed<Arrangement> read_arrangement(ReferenceRow& row);
Placed<AccreditationBody> read_accreditation_body(ReferenceRow& row);
Placed<CertificationBody> read_certification_body(ReferenceRow& row);
Placed<Register> read_register(ReferenceRow& row);
Placed<LegalForm> read_legal_form(ReferenceRow& row);

// Of both kinds of bodies.
std::vector<FormerName> read_former_names(ReferenceRow& body);

}  // namespace certreg::service
