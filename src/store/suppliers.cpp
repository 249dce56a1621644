#include "certreg/store/suppliers.h"

#include <map>

#include "certreg/codec/record_writer.h"
#include "certreg/codec/stored.h"
#include "store/binary_rows.h"
#include "store/bulk_rows.h"

#include "store/table_pages.h"
#include "store/values.h"

namespace certreg::store {
namespace {

void insert_ids(Transaction& transaction, std::span<const Supplier> versions) {
  BulkRows rows(transaction, "insert_suppliers", 1);
  for (const auto& supplier : versions) rows.add({supplier.id.value});
  rows.finish();
}

std::string body_of(const Supplier& supplier) {
  std::string body;
  codec::JsonWriter out(body);
  codec::write(out, supplier);
  return body;
}

void insert_bodies(Transaction& transaction, std::span<const Supplier> versions) {
  BinaryRows rows;
  for (const auto& supplier : versions) {
    const auto body = body_of(supplier);
    rows.add({cell_of(supplier.id), supplier.version, std::string_view(supplier.name),
              cell_of(supplier.country), cell_of(supplier.lei), supplier.retired, std::string_view(body),
              supplier.recorded_at, std::string_view(supplier.recorded_by), cell_of(supplier.reason)});
  }
  rows.send(transaction, "copy_supplier_versions");
}

// The keys of a supplier are those of its latest version: a corrected name must not be recognised any more.
void replace_keys(Transaction& transaction, std::span<const Supplier> versions) {
  std::map<SupplierId, const Supplier*> latest;
  for (const auto& supplier : versions) {
    auto& known = latest[supplier.id];
    if (known == nullptr || known->version < supplier.version) known = &supplier;
  }
  std::vector<SupplierId> corrected;
  for (const auto& [id, supplier] : latest)
    if (supplier->version > 1) corrected.push_back(id);
  if (!corrected.empty())
    transaction.run("delete_supplier_keys", {uuid_array(std::span<const SupplierId>(corrected))});
  BinaryRows rows;
  for (const auto& [id, supplier] : latest)
    for (const auto& key : supplier_keys(*supplier)) rows.add({std::string_view(key), cell_of(id)});
  rows.send(transaction, "copy_supplier_keys");
}

Supplier supplier_of(const Row& row) { return codec::read_stored_supplier(row.text("body")); }

std::vector<Supplier> suppliers_of(const Result& result) {
  std::vector<Supplier> suppliers;
  suppliers.reserve(result.size());
  for (const auto& row : result) suppliers.push_back(supplier_of(row));
  return suppliers;
}

}  // namespace

void insert_suppliers(Transaction& transaction, std::span<const Supplier> versions) {
  insert_ids(transaction, versions);
  insert_bodies(transaction, versions);
  replace_keys(transaction, versions);
}

std::vector<Supplier> load_suppliers(Transaction& transaction, std::span<const SupplierId> ids) {
  return suppliers_of(transaction.run("select_suppliers", {uuid_array(ids)}));
}

std::vector<Supplier> supplier_history(Transaction& transaction, const SupplierId& id) {
  if (!is_uuid(id.value)) return {};
  return suppliers_of(transaction.run("select_supplier_history", {id.value}));
}

std::optional<Supplier> supplier_known_at(Transaction& transaction, const SupplierId& id, Instant known_at) {
  if (!is_uuid(id.value)) return std::nullopt;
  const auto row = transaction.run("select_supplier_known_at", {id.value, to_string(known_at)}).first();
  return row ? std::optional(supplier_of(*row)) : std::nullopt;
}

void for_all_supplier_versions(Transaction& transaction,
                               const std::function<void(std::vector<Supplier>)>& take, Share share) {
  for_all_pages(transaction, "count_supplier_pages", "select_supplier_versions_in_pages", share,
                [&](const Result& rows) {
                  std::vector<Supplier> suppliers;
                  suppliers.reserve(rows.size());
                  for (const auto& row : rows) suppliers.push_back(codec::read_stored_supplier(row.raw(0)));
                  take(std::move(suppliers));
                });
}

std::vector<KeyMatch> match_suppliers(Transaction& transaction, std::span<const std::string> keys) {
  std::vector<KeyMatch> matches;
  for (const auto& row : transaction.run("select_suppliers_by_key", {Param::array(keys)}))
    matches.push_back({row.text(0), SupplierId{row.text(1)}});
  return matches;
}

void lock_intake(Transaction& transaction) { transaction.run("lock_intake"); }

}  // namespace certreg::store
