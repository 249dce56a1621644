#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "certreg/store/findings.h"
#include "store/values.h"

namespace certreg::store {
void insert_decision(Transaction& transaction, const Decision& decision) {
  const auto version = decision.version_read ? filled(*decision.version_read) : std::nullopt;
  transaction.run("insert_decision", {decision.id.value, decision.relationship.value, decision.finding_key,
                                      to_string(decision.kind), version, filled(decision.attachment),
                                      codec::dump(codec::to_json(decision)), to_string(decision.decided_at),
                                      decision.decided_by});
}

std::vector<Decision> decisions_of(Transaction& transaction, std::span<const RelationshipId> ids,
                                   const std::optional<Instant>& known_at) {
  std::vector<Decision> all;
  for (const auto& row : transaction.run("select_decisions", {uuid_array(ids), text_of(known_at)}))
    all.push_back(codec::stored_decision(codec::parse_own(row.text("body"))));
  return all;
}

void insert_scope_reading(Transaction& transaction, const Decision& decision,
                          const CertificateId& certificate) {
  transaction.run("insert_scope_reading",
                  {decision.id.value, certificate.value, decision.version_read.value().value,
                   Param::array(decision.services), decision.in_scope});
}

}  // namespace certreg::store
