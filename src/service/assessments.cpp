#include "certreg/service/assessments.h"

#include "certreg/domain/error.h"
#include "certreg/store/relationships.h"
#include "service/assessing.h"

namespace certreg::service {
namespace {

constexpr int kBatch = 2000;

Relationship known_relationship(store::Transaction& transaction, const RelationshipId& id,
                                const std::optional<Instant>& known_at) {
  std::optional<Relationship> found;
  for (auto& version : store::relationship_history(transaction, id))
    if (!known_at || version.recorded_at <= *known_at) found = std::move(version);
  if (!found) throw not_found("relationship " + id.value);
  return *std::move(found);
}

}  // namespace

AssessedRelationship assess_relationship(Services& services, const RelationshipId& id,
                                         const AssessmentMoment& moment) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto relationship = known_relationship(transaction, id, moment.known_at);
  Assessing assessing(services, transaction, moment);
  auto assessed = assessing.assess({relationship});
  if (assessed.empty()) throw invalid("on", "is no day on which the relationship holds");
  return std::move(assessed.front());
}

void assess_portfolio(Services& services, const AssessmentMoment& moment, const TakeAssessed& take,
                      const Policy* policy) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  Assessing assessing(services, transaction, moment, policy);
  RelationshipId after;
  while (true) {
    auto batch = store::relationships_after(transaction, after, moment.known_at, kBatch);
    if (batch.empty()) return;
    after = batch.back().id;
    take(assessing.assess(std::move(batch)));
  }
}

}  // namespace certreg::service
