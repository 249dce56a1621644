#include "certreg/store/relationship_records.h"

#include "certreg/store/findings.h"
#include "certreg/store/relationships.h"
#include "certreg/store/reviews.h"
#include "store/id_pages.h"

namespace certreg::store {

std::vector<RelationshipRecord> with_records(Transaction& transaction,
                                             std::vector<Relationship> relationships,
                                             const std::optional<Instant>& known_at) {
  std::vector<RelationshipId> ids;
  for (const auto& one : relationships) ids.push_back(one.id);
  std::map<RelationshipId, std::vector<Decision>> decisions;
  for (auto& decision : decisions_of(transaction, ids, known_at))
    decisions[decision.relationship].push_back(std::move(decision));
  const auto last = last_reviews(transaction, ids, known_at);
  std::vector<RelationshipRecord> records;
  records.reserve(relationships.size());
  for (auto& one : relationships) {
    RelationshipRecord record{std::move(one), {}, {}};
    if (const auto found = decisions.find(record.relationship.id); found != decisions.end())
      record.decisions = std::move(found->second);
    if (const auto found = last.find(record.relationship.id); found != last.end())
      record.last_review = found->second;
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<RelationshipRecord> load_relationship_records(Transaction& transaction,
                                                          std::span<const RelationshipId> ids) {
  if (ids.empty()) return {};
  return with_records(transaction, load_relationships(transaction, ids));
}

void for_all_relationship_records(Transaction& transaction,
                                  const std::function<void(std::vector<RelationshipRecord>)>& take,
                                  Share share) {
  for_all_id_pages<RelationshipId>(
      transaction, "select_relationship_ids_after", share,
      [&](std::span<const RelationshipId> ids) { take(load_relationship_records(transaction, ids)); });
}

AssurancesBySupplier assurances_by_supplier(Transaction& transaction, std::span<const SupplierId> suppliers,
                                            const std::optional<Instant>& known_at) {
  AssurancesBySupplier all;
  if (suppliers.empty()) return all;
  for (const auto& supplier : suppliers) all.try_emplace(supplier);
  for (auto& assurance : assurances_of(transaction, suppliers, known_at))
    all[assurance.supplier].push_back(std::move(assurance));
  return all;
}

void for_all_assurances(Transaction& transaction, const std::function<void(AssurancesBySupplier)>& take) {
  for_all_id_pages<SupplierId>(
      transaction, "select_assured_supplier_ids_after", {},
      [&](std::span<const SupplierId> suppliers) { take(assurances_by_supplier(transaction, suppliers)); });
}

}  // namespace certreg::store
