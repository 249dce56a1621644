#include "certreg/service/assurances.h"

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/findings.h"
#include "certreg/store/documents.h"
#include "certreg/store/relationships.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

void check_references(Services& services, store::Transaction& transaction, const Assurance& assurance) {
  const auto supplier = services.catalogue.supplier(assurance.supplier);
  if (!supplier) throw invalid("supplier", "is not a supplier of the register");
  if (!assurance.document.empty() && !store::document_facts(transaction, assurance.document))
    throw invalid("document", "is not a document of the register");
}

Assurance seen_latest(store::Transaction& transaction, const AssuranceId& id, int expected_version) {
  auto latest = store::load_assurance(transaction, id);
  if (!latest) throw not_found("assurance " + id.value);
  if (latest->version != expected_version)
    throw Error(ErrorKind::Conflict,
                "the assurance was changed meanwhile: its version is " + std::to_string(latest->version));
  return *std::move(latest);
}

std::vector<RelationshipId> touched(store::Transaction& transaction, const SupplierId& supplier) {
  std::vector<RelationshipId> ids;
  for (const auto& relationship : store::relationships_of(transaction, supplier))
    ids.push_back(relationship.id);
  return ids;
}

Assurance save(Services& services, store::Transaction& transaction, Assurance assurance, const char* action,
               const Actor& actor) {
  assurance.recorded_at = services.clock.now();
  assurance.recorded_by = actor.name;
  store::insert_assurance(transaction, assurance);
  audit(transaction, actor, action, "assurance", assurance.id.value);
  watch_relationships(services, transaction, touched(transaction, assurance.supplier), actor);
  transaction.commit();
  services.feed.refresh();
  return assurance;
}

}  // namespace

Assurance create_assurance(Services& services, Assurance assurance, const Actor& actor) {
  auto transaction = services.database.begin();
  check_references(services, transaction, assurance);
  assurance.id = {new_id(services.clock)};
  assurance.version = 1;
  return save(services, transaction, std::move(assurance), "create", actor);
}

Assurance correct_assurance(Services& services, const AssuranceId& id, int expected_version,
                            Assurance assurance, const Actor& actor) {
  auto transaction = services.database.begin();
  check_references(services, transaction, assurance);
  const auto latest = seen_latest(transaction, id, expected_version);
  if (latest.supplier != assurance.supplier)
    throw invalid("supplier", "cannot be changed: retire the assurance and record another");
  assurance.id = id;
  assurance.version = expected_version + 1;
  return save(services, transaction, std::move(assurance), "correct", actor);
}

Assurance retire_assurance(Services& services, const AssuranceId& id, int expected_version,
                           const std::string& reason, const Actor& actor) {
  auto transaction = services.database.begin();
  auto assurance = seen_latest(transaction, id, expected_version);
  assurance.retired = true;
  assurance.reason = reason;
  ++assurance.version;
  return save(services, transaction, std::move(assurance), "retire", actor);
}

Assurance find_assurance(Services& services, const AssuranceId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto found = store::load_assurance(transaction, id);
  if (!found) throw not_found("assurance " + id.value);
  return *std::move(found);
}

std::vector<Assurance> assurances_of(Services& services, const SupplierId& supplier) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  const SupplierId suppliers[] = {supplier};
  return store::assurances_of(transaction, suppliers, {});
}

}  // namespace certreg::service
