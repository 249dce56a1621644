// Which sources speak for somebody, and what came of searching them.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/source_search.h"
#include "certreg/service/services.h"

namespace certreg::service {

// The sources whose holder, claimant or product has one of the names, third parties' aside, each with its
// pages: as the catalogue knows them, or as they stood in the database then.
std::vector<SourceSearch> searches_for(const Services& services, const std::vector<std::string>& names,
                                       const std::optional<Instant>& known_at);

}  // namespace certreg::service
