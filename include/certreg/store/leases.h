// Work that one instance does at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "certreg/domain/date.h"
#include "certreg/store/database.h"

namespace certreg::store {

// True when `holder` has the job until `until`: nobody had it, or not beyond `now`, or `holder` itself did.
bool take_lease(Transaction& transaction, std::string_view job, const std::string& holder, Instant now,
                Instant until);
void release_lease(Transaction& transaction, std::string_view job, const std::string& holder);

// It did all that it had to do, as of when it began.
void note_job_done(Transaction& transaction, std::string_view job, Instant begun);
std::optional<Instant> job_done_at(Transaction& transaction,
                                   std::string_view job);  // its beginning; none: never

}  // namespace certreg::store
