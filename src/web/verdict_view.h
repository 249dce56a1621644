// A verdict in words and as values for the template.
#pragma once

#include <string>

#include "certreg/service/verification.h"
#include "web/template.h"

namespace certreg::web {

// "Yes: on 2026-11-22 the certificate of X to ISO/IEC 27001 may be relied on for Y."
std::string sentence(const service::Verification& verification);

Data verdict_view(const service::Verification& verification, const service::Services& services);

}  // namespace certreg::web
