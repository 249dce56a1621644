#include "certreg/service/assessments.h"

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
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

AssessedRelationship only(std::vector<AssessedRelationship> assessed) {
  if (assessed.empty()) throw invalid("on", "is no day on which the relationship holds");
  return std::move(assessed.front());
}

// Nothing bought is not the same as not yet knowing what is.
void require_loaded(const Services& services) {
  if (!services.feed.state().loaded)
    throw Error(ErrorKind::Unavailable, "The register is still being loaded");
}

void assess_known_then(Services& services, const AssessmentMoment& moment, const TakeAssessed& take,
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

}  // namespace

AssessedRelationship assess_relationship(Services& services, const RelationshipId& id,
                                         const AssessmentMoment& moment) {
  if (!moment.known_at)
    if (auto record = services.catalogue.portfolio().relationship(id))
      return only(Assessing(services, moment.on).assess({std::move(record)}));
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto relationship = known_relationship(transaction, id, moment.known_at);
  return only(Assessing(services, transaction, moment).assess(std::vector{std::move(relationship)}));
}

void assess_portfolio(Services& services, const AssessmentMoment& moment, const TakeAssessed& take,
                      const Policy* policy) {
  if (moment.known_at) return assess_known_then(services, moment, take, policy);
  require_loaded(services);
  const auto& portfolio = services.catalogue.portfolio();
  Assessing assessing(services, moment.on, policy);
  RelationshipId after;
  while (true) {
    auto batch = portfolio.relationships_after(after, kBatch);
    if (batch.empty()) return;
    after = batch.back()->relationship.id;
    take(assessing.assess(std::move(batch)));
  }
}

}  // namespace certreg::service
