// How far the lives of findings have come, without reading them.
#pragma once

#include <cstdint>
#include <map>
#include <span>

#include "certreg/domain/ids.h"
#include "certreg/store/database.h"

namespace certreg::store {

// The number of the last event of any of their findings. Relationships without findings are left out.
std::map<RelationshipId, std::int64_t> last_finding_events(Transaction& transaction,
                                                           std::span<const RelationshipId> ids);

}  // namespace certreg::store
