// One instance at a time fetches a source. The lease is extended from page to page, and runs out by itself
// when its holder dies.
#pragma once

#include <optional>
#include <string>

#include "certreg/service/services.h"
#include "certreg/store/schedules.h"

namespace certreg::service {

inline constexpr std::chrono::minutes kLeaseLength{15};  // longer than any one page takes

class SourceLease {
 public:
  // nullopt when somebody else fetches the source, or when it is not due and should be.
  static std::optional<SourceLease> take(Services& services, const SourceDefinition& source,
                                         store::LeaseWhen when);

  // Throws LeaseLost.
  void extend();

  // Gives it back, as if nobody had taken it: when the source is due stays.
  void give_back();

  // Gives it back and says when the source is due again: after a run in which a page was read by its
  // schedule, after one in which none was sooner, with growing pauses. `import`: the run.
  void finish(bool something_was_read, const ImportId& import);

 private:
  SourceLease(Services& services, const SourceDefinition& source, int failures);

  Services* services_;
  const SourceDefinition* source_;
  int failures_;
  std::string by_;
};

// When a source is due that was fetched at `now`: spread by up to a twentieth of its schedule, so that
// sources which were defined together do not stay together. Pure.
std::optional<Instant> next_due(const SourceDefinition& source, Instant now, int failures);

}  // namespace certreg::service
