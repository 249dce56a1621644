#include "certreg/store/finding_events.h"

#include "store/values.h"

namespace certreg::store {

std::map<RelationshipId, std::int64_t> last_finding_events(Transaction& transaction,
                                                           std::span<const RelationshipId> ids) {
  std::map<RelationshipId, std::int64_t> last;
  for (const auto& row : transaction.run("select_last_finding_events", {uuid_array(ids)}))
    last.emplace(RelationshipId{row.text("relationship_id")}, row.integer("event_id"));
  return last;
}

}  // namespace certreg::store
