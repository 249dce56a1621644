// What a new reading must not take away when it takes an older version's place.
#pragma once

#include <string>

#include "certreg/domain/certificate.h"
#include "service/difference.h"

namespace certreg::service {

// The limits (exclusions, roles, the end of the cycle before, a declared absence, what a list of services
// leaves out of one) that `known` states and `read` leaves out, as a list for people; empty: none. A limit is
// dropped by a person only.
std::string dropped_limits(const CertificateVersion& known, const CertificateVersion& read,
                           const Comparison& compared);

// A supplier's newer copy is silent on status and on the parent: silence lifts no suspension and unties no
// extension.
void carry_over(const CertificateVersion& replaced, CertificateVersion& version);

// A person corrected what this very document says, and the correction stands.
bool is_corrected_reading_of(const CertificateVersion& known, const DocumentId& document);

}  // namespace certreg::service
