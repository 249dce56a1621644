// What was read, as a person corrected it.
#pragma once

#include <string>

#include "certreg/reading/draft.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"

namespace certreg::service {

// `corrections`: JSON object of certificate members, or empty. Throws Invalid.
CertificateVersion corrected(const Services& services, const reading::Draft& draft,
                             const std::string& corrections, const Actor& actor);

}  // namespace certreg::service
