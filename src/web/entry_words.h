// Entries of a certificate's lists in one line each: all that is known of the entry. Pure.
#pragma once

#include <string>

#include "certreg/domain/certificate.h"
#include "certreg/domain/reference.h"
#include "web/messages.h"

namespace certreg::web {

std::string words_of(const Holder& holder, Language language);
std::string words_of(const Site& site, Language language);
std::string words_of(const ScopeItem& item, Language language);
std::string words_of(const StatusInterval& interval, Language language);
std::string words_of(const PrintedAccreditation& accreditation, const Reference& reference,
                     Language language);

}  // namespace certreg::web
