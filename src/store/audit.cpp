#include <limits>

#include "certreg/store/access.h"
#include "store/values.h"

namespace certreg::store {

void record_audit(Transaction& transaction, const AuditEvent& event) {
  const auto at = event.at == Instant{} ? std::nullopt : std::optional(event.at);
  transaction.run("insert_audit_event",
                  {text_of(at), event.actor, event.action, event.noun, event.noun_id, event.detail});
}

std::vector<AuditEvent> list_audit(Transaction& transaction, std::int64_t before_id, int limit) {
  const auto before = before_id == 0 ? std::numeric_limits<std::int64_t>::max() : before_id;
  std::vector<AuditEvent> events;
  for (const auto& row : transaction.run("list_audit_events", {before, limit}))
    events.push_back({.id = row.integer("id"),
                      .at = instant(row, "at"),
                      .actor = row.text("actor"),
                      .action = row.text("action"),
                      .noun = row.text("noun"),
                      .noun_id = row.text("noun_id"),
                      .detail = row.text("detail")});
  return events;
}

}  // namespace certreg::store
