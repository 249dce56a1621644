// When sources are due, and who fetches them now: a lease that one instance holds and that runs out by
// itself. The instants are the caller's clock's; instances' clocks should agree within a lease's length.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct SourceSchedule {
  std::string source;
  std::optional<Instant> due_at;  // none: only when somebody asks
  std::string leased_by;          // empty: nobody fetches it
  std::optional<Instant> leased_until, started_at, finished_at;
  int failures = 0;  // runs in a row in which nothing could be had
  ImportId import;   // the last run that ended
};

struct PlannedSource {
  std::string source;
  std::optional<Instant> due_at;
};
// Sources that are planned already keep their day; one without a schedule any more loses it.
void plan_sources(Transaction& transaction, std::span<const PlannedSource> sources);

// The one of `sources` that has been due longest and that nobody fetches.
std::optional<std::string> due_source(Transaction& transaction, std::span<const std::string> sources,
                                      Instant now);

struct Lease {
  std::string by;
  Instant until{};
};
enum class LeaseWhen { Free, FreeAndDue };
// False when somebody else fetches it, or when it is not due and should be.
bool lease_source(Transaction& transaction, const std::string& source, Instant now, const Lease& lease,
                  LeaseWhen when);
// False when the lease is another's by now.
bool extend_lease(Transaction& transaction, const std::string& source, const Lease& lease);
// Gives the lease back; nothing happens when it is another's by now.
void release_source(Transaction& transaction, const std::string& source, const std::string& leased_by);
// The same, and says how it went and when the source is due again.
void finish_source(Transaction& transaction, const std::string& leased_by, const SourceSchedule& finished);

std::vector<SourceSchedule> load_schedules(Transaction& transaction, std::span<const std::string> sources);

}  // namespace certreg::store
