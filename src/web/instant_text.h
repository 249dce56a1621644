// Instants for people.
#pragma once

#include <string>

#include "certreg/domain/date.h"
#include "web/messages.h"

namespace certreg::web {

std::string instant_text(Instant instant, Language language);  // "27 November 2026, 12:00 UTC"

}  // namespace certreg::web
