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
Placed<CloudProvider> read_cloud_provider(ReferenceRow& row);
Placed<CloudRegion> read_cloud_region(ReferenceRow& row);
Placed<ScopeWords> read_scope_words(ReferenceRow& row);

// "controller", "processor", "cloud_provider" or "cloud_customer".
bool is_scope_role(std::string_view role);
inline constexpr const char* kScopeRolesRule = "of controller, processor, cloud_provider, cloud_customer";

// Of both kinds of bodies.
std::vector<FormerName> read_former_names(ReferenceRow& body);

}  // namespace certreg::service
