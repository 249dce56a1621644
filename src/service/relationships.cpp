#include "certreg/service/relationships.h"

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/findings.h"
#include "certreg/store/relationships.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

void match(const Services& services, Party& party, const std::string& field) {
  if (!party.supplier) {
    if (!party.unmatched) party.supplier = match_supplier(services, {.name = party.name});
    return;
  }
  const auto known = services.catalogue.supplier(*party.supplier);
  if (!known) throw invalid(field + ".supplier", "is not a supplier of the register");
  if (known->retired) throw invalid(field + ".supplier", "was retired: " + known->reason);
}

void match_parties(const Services& services, Relationship& relationship) {
  match(services, relationship.supplier, "supplier");
  if (relationship.provider) match(services, *relationship.provider, "provider");
  for (std::size_t i = 0; i < relationship.dependencies.size(); ++i)
    match(services, relationship.dependencies[i].party, "dependencies[" + std::to_string(i) + "].party");
}

Relationship latest_of(store::Transaction& transaction, const RelationshipId& id) {
  const RelationshipId ids[] = {id};
  auto found = store::load_relationships(transaction, ids);
  if (found.empty()) throw not_found("relationship " + id.value);
  return std::move(found.front());
}

Relationship seen_latest(store::Transaction& transaction, const RelationshipId& id, int expected_version) {
  auto latest = latest_of(transaction, id);
  if (latest.version != expected_version)
    throw Error(ErrorKind::Conflict,
                "the relationship was changed meanwhile: its version is " + std::to_string(latest.version));
  return latest;
}

Relationship save(Services& services, store::Transaction& transaction, Relationship relationship,
                  const char* action, const Actor& actor) {
  relationship.recorded_at = services.clock.now();
  relationship.recorded_by = actor.name;
  store::insert_relationship(transaction, relationship);
  audit(transaction, actor, action, "relationship", relationship.id.value);
  watch_relationships(services, transaction, {&relationship.id, 1}, actor);
  transaction.commit();
  services.feed.refresh();
  return relationship;
}

}  // namespace

Relationship create_relationship(Services& services, Relationship relationship, const Actor& actor) {
  match_parties(services, relationship);
  relationship.id = {new_id(services.clock)};
  relationship.version = 1;
  auto transaction = services.database.begin();
  return save(services, transaction, std::move(relationship), "create", actor);
}

Relationship correct_relationship(Services& services, const RelationshipId& id, int expected_version,
                                  Relationship relationship, const Actor& actor) {
  match_parties(services, relationship);
  auto transaction = services.database.begin();
  const auto latest = seen_latest(transaction, id, expected_version);
  if (latest.retired) throw Error(ErrorKind::Conflict, "the relationship was retired: " + latest.reason);
  relationship.id = id;
  relationship.version = expected_version + 1;
  return save(services, transaction, std::move(relationship), "correct", actor);
}

Relationship retire_relationship(Services& services, const RelationshipId& id, int expected_version,
                                 const std::string& reason, const Actor& actor) {
  auto transaction = services.database.begin();
  auto relationship = seen_latest(transaction, id, expected_version);
  relationship.retired = true;
  relationship.reason = reason;
  ++relationship.version;
  return save(services, transaction, std::move(relationship), "retire", actor);
}

Relationship find_relationship(Services& services, const RelationshipId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return latest_of(transaction, id);
}

std::vector<Relationship> relationship_history(Services& services, const RelationshipId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto versions = store::relationship_history(transaction, id);
  if (versions.empty()) throw not_found("relationship " + id.value);
  return versions;
}

std::vector<Relationship> list_relationships(Services& services, const RelationshipId& after, int limit) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::relationships_after(transaction, after, {}, limit);
}

std::vector<Relationship> relationships_of(Services& services, const SupplierId& supplier) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::relationships_of(transaction, supplier);
}

}  // namespace certreg::service
