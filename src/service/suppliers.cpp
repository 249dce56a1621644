#include "certreg/service/suppliers.h"

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/store/suppliers.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

// Identifiers name one legal entity; names do not.
void refuse_taken_identifiers(store::Transaction& transaction, const Supplier& supplier) {
  std::vector<std::string> keys;
  for (auto& key : store::supplier_keys(supplier))
    if (!key.starts_with("name:")) keys.push_back(std::move(key));
  for (const auto& match : store::match_suppliers(transaction, keys))
    if (match.supplier != supplier.id)
      throw Error(ErrorKind::Conflict,
                  "supplier " + match.supplier.value + " has the same identifier (" + match.key + ")");
}

Supplier latest_of(store::Transaction& transaction, const SupplierId& id, int expected_version) {
  const SupplierId ids[] = {id};
  auto found = store::load_suppliers(transaction, ids);
  if (found.empty()) throw not_found("supplier " + id.value);
  if (found.front().version != expected_version)
    throw Error(ErrorKind::Conflict, "the supplier was changed meanwhile: its version is " +
                                         std::to_string(found.front().version));
  return found.front();
}

Supplier retired(Supplier supplier, const std::string& reason) {
  supplier.retired = true;
  supplier.reason = reason;
  return supplier;
}

Supplier save(Services& services, Supplier supplier, const char* action, const Actor& actor,
              const std::optional<int>& expected_version) {
  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  if (expected_version) {
    auto latest = latest_of(transaction, supplier.id, *expected_version);
    if (supplier.retired) supplier = retired(std::move(latest), supplier.reason);
  }
  if (!supplier.retired) refuse_taken_identifiers(transaction, supplier);
  supplier.version = expected_version.value_or(0) + 1;
  supplier.recorded_at = services.clock.now();
  supplier.recorded_by = actor.name;
  store::insert_suppliers(transaction, {&supplier, 1});
  audit(transaction, actor, action, "supplier", supplier.id.value);
  transaction.commit();
  services.feed.refresh();
  return supplier;
}

}  // namespace

Supplier create_supplier(Services& services, Supplier supplier, const Actor& actor) {
  supplier.id = {new_id(services.clock)};
  return save(services, std::move(supplier), "create", actor, std::nullopt);
}

Supplier correct_supplier(Services& services, const SupplierId& id, int expected_version, Supplier supplier,
                          const Actor& actor) {
  supplier.id = id;
  return save(services, std::move(supplier), "correct", actor, expected_version);
}

Supplier retire_supplier(Services& services, const SupplierId& id, int expected_version,
                         const std::string& reason, const Actor& actor) {
  return save(services, retired({.id = id}, reason), "retire", actor, expected_version);
}

std::vector<Supplier> supplier_history(Services& services, const SupplierId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto versions = store::supplier_history(transaction, id);
  if (versions.empty()) throw not_found("supplier " + id.value);
  return versions;
}

}  // namespace certreg::service
