#include "service/due_alerts.h"

#include <algorithm>
#include <map>

#include "certreg/service/policies.h"
#include "certreg/store/relationships.h"

namespace certreg::service {
namespace {

constexpr int kBatch = 500;

std::vector<RelationshipId> ids_of(const std::vector<Relationship>& relationships) {
  std::vector<RelationshipId> ids;
  for (const auto& one : relationships) ids.push_back(one.id);
  return ids;
}

void add_due(const Services& services, const Tellable& tellable, const FindingId& id, Date today,
             std::vector<store::Alert>& due) {
  const auto people = recipients_of(tellable.relationship);
  if (people.empty()) return;
  const auto matter = matter_of(tellable.finding, tellable.open_since);
  for (const auto& rung : rungs_due(ladder_of(services, tellable), today))
    for (const auto& person : people)
      due.push_back({tellable.relationship.id, matter, rung.id, person.email, id, rung.day});
}

std::size_t note_batch(Services& services, store::Transaction& transaction, const Policy& policy,
                       std::vector<Relationship> relationships) {
  const auto open = open_findings(services, transaction, std::move(relationships));
  std::map<RelationshipId, const Relationship*> by_id;
  for (const auto& one : open.relationships) by_id.emplace(one.id, &one);
  std::vector<store::Alert> due;
  for (const auto& stored : open.findings) {
    const auto& relationship = *by_id.at(stored.relationship);
    const Tellable tellable{relationship, find_tier(policy, relationship.tier), stored.finding,
                            stored.open_since};
    add_due(services, tellable, stored.id, services.clock.today(), due);
  }
  return store::insert_alerts(transaction, due, services.clock.now());
}

}  // namespace

OpenFindings open_findings(Services& services, store::Transaction& transaction,
                           std::vector<Relationship> relationships) {
  const auto today = services.clock.today();
  OpenFindings open;
  const auto ids = ids_of(relationships);
  std::map<RelationshipId, std::vector<Decision>> decisions;
  for (auto& decision : store::decisions_of(transaction, ids))
    decisions[decision.relationship].push_back(std::move(decision));
  for (auto& stored : store::findings_of(transaction, ids)) {
    const auto* decision = decision_on(decisions[stored.relationship], key_of(stored.finding), today);
    if (!is_settled(stored.state, decision)) open.findings.push_back(std::move(stored));
  }
  open.relationships = std::move(relationships);
  return open;
}

std::size_t note_due_alerts(Services& services) {
  std::size_t fresh = 0;
  RelationshipId after;
  while (true) {
    auto transaction = services.database.begin();
    const auto policy = current_policy(services, transaction);
    auto batch = store::relationships_after(transaction, after, {}, kBatch);
    if (batch.empty()) return fresh;
    after = batch.back().id;
    fresh += note_batch(services, transaction, policy, std::move(batch));
    transaction.commit();
  }
}

}  // namespace certreg::service
