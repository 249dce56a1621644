// Which rungs are due.
#pragma once

#include "certreg/service/alerting.h"
#include "service/alert_items.h"

namespace certreg::service {

// Finds open findings that nothing has settled, all relationships through, and notes the rungs that are due
// today. Returns how many are new.
std::size_t note_due_alerts(Services& services);

// The findings of some relationships that are open and not decided, by relationship.
struct OpenFindings {
  std::vector<Relationship> relationships;
  std::vector<store::StoredFinding> findings;
};
OpenFindings open_findings(Services& services, store::Transaction& transaction,
                           std::vector<Relationship> relationships);

}  // namespace certreg::service
