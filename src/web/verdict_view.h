// A verdict in words and as values for the template.
#pragma once

#include <string>

#include "certreg/service/verification.h"
#include "web/visit.h"

namespace certreg::web {

// "Yes: the certificate may be relied on. Asked for ISO/IEC 27001 of X, for Y, on 22 November 2026."
std::string sentence(const service::Verification& verification, Language language);

Data verdict_view(const service::Verification& verification, const Visit& visit);

}  // namespace certreg::web
