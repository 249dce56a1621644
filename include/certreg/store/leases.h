// Work that one instance does at a time.
#pragma once

#include <string>
#include <string_view>

#include "certreg/domain/date.h"
#include "certreg/store/database.h"

namespace certreg::store {

// True when `holder` has the job until `until`: nobody had it, or not beyond `now`, or `holder` itself did.
bool take_lease(Transaction& transaction, std::string_view job, const std::string& holder, Instant now,
                Instant until);
void release_lease(Transaction& transaction, std::string_view job, const std::string& holder);

}  // namespace certreg::store
