// What is bought, in memory, as it is known now: relationships that are not retired with their decisions and
// last reviews, suppliers' assurances, the policy. Thread-safe; what a reader holds stays as it was: what is
// put in its place is another object, and what is put again unchanged leaves the object that is there. Fed by
// certreg/service/catalogue_feed.h. Empty until the first load.
#pragma once

#include <memory>
#include <vector>

#include "certreg/domain/relationship_record.h"

namespace certreg::catalogue {

class Portfolio {
 public:
  Portfolio();
  ~Portfolio();

  // In place of what was known of the same; a retired relationship is forgotten.
  void put(std::vector<RelationshipRecord> records);
  void put(const SupplierId& supplier, std::vector<Assurance> assurances);
  void put(Policy policy);

  RelationshipRecordPtr relationship(const RelationshipId& id) const;  // null: unknown or retired
  std::vector<RelationshipRecordPtr> relationships_after(const RelationshipId& after,
                                                         std::size_t limit) const;  // in the order of ids
  AssurancesPtr assurances_of(const SupplierId& supplier) const;
  PolicyPtr policy() const;  // null: nobody has saved one

  std::size_t size() const;  // relationships

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace certreg::catalogue
