// Suppliers as chains of immutable versions. Every function works within the caller's transaction.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/supplier.h"
#include "certreg/store/database.h"
#include "certreg/store/share.h"

namespace certreg::store {

// What a supplier is recognised by, the strongest first: "lei:...", "vat:...", "registration:DE:...",
// "name:..." for its name and each alias (normalise_name).
std::vector<std::string> supplier_keys(const Supplier& supplier);

// Inserts versions, of new or known suppliers. A supplier's keys are those of its latest version. Throws
// Conflict when a (supplier, version) is there.
void insert_suppliers(Transaction& transaction, std::span<const Supplier> versions);

// Latest versions, in the order of the ids; unknown ids are left out.
std::vector<Supplier> load_suppliers(Transaction& transaction, std::span<const SupplierId> ids);

// All versions, oldest first.
std::vector<Supplier> supplier_history(Transaction& transaction, const SupplierId& id);

// The version known at an instant.
std::optional<Supplier> supplier_known_at(Transaction& transaction, const SupplierId& id, Instant known_at);

// Every version of every supplier, retired ones too, a batch at a time, in no order.
void for_all_supplier_versions(Transaction& transaction,
                               const std::function<void(std::vector<Supplier>)>& take, Share share = {});

struct KeyMatch {
  std::string key;
  SupplierId supplier;  // not retired
};
std::vector<KeyMatch> match_suppliers(Transaction& transaction, std::span<const std::string> keys);

// One writer of suppliers and certificates by import at a time, over all instances, until the transaction
// ends.
void lock_intake(Transaction& transaction);

}  // namespace certreg::store
