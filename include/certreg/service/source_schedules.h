// When sources are due, and how each of their pages stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/service/services.h"
#include "certreg/store/documents.h"
#include "certreg/store/schedules.h"

namespace certreg::service {

// The source that has been due longest and that nobody fetches now; empty when none is. Plans the sources
// whose schedules are new first.
std::string due_source(Services& services);

struct SourceState {
  std::optional<store::SourceSchedule> schedule;  // none: it was never fetched
  std::vector<store::FetchRecord> pages;          // the last attempt at each address, by address
};
SourceState source_state(Services& services, const SourceDefinition& source);

}  // namespace certreg::service
