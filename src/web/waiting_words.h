// Why a proposal waits, in the visitor's language; in English where only that is known.
#pragma once

#include <string>

#include "web/told.h"

namespace certreg::web {

// `rule`: as the intake wrote it.
Told why_it_waits(const std::string& rule, Language language);

}  // namespace certreg::web
