#include "service/supplier_book.h"

#include <algorithm>

#include "certreg/store/suppliers.h"
#include "service/new_id.h"

namespace certreg::service {

SupplierBook::SupplierBook(Services& services, store::Transaction& transaction, std::string actor)
    : services_(services), transaction_(transaction), actor_(std::move(actor)) {}

Supplier SupplierBook::made_from(const Holder& holder) const {
  return {.name = holder.name,
          .country = holder.country,
          .lei = holder.lei,
          .registration_number = holder.registration_number,
          .vat = holder.vat,
          .recorded_at = services_.clock.now(),
          .recorded_by = actor_,
          .reason = "named as holder in an import"};
}

// Rows of one holder often follow each other, and normalising names takes its time.
const SupplierBook::Keys& SupplierBook::keys_of(const Holder& holder) {
  std::string all;
  for (const auto* part :
       {&holder.name, &holder.country, &holder.lei, &holder.registration_number, &holder.vat})
    all.append(*part) += '\0';
  const auto [known, is_new] = keys_.try_emplace(std::move(all));
  if (is_new) known->second = store::supplier_keys(made_from(holder));
  return known->second;
}

void SupplierBook::prepare(std::span<const Holder> holders) {
  Keys keys;
  for (const auto& holder : holders)
    for (const auto& key : keys_of(holder)) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const auto& [key, supplier] : store::match_suppliers(transaction_, keys))
    by_key_[key].push_back(supplier);
}

SupplierBook::Found SupplierBook::find(const Holder& holder) {
  const auto& keys = keys_of(holder);
  for (const auto& key : keys) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end() || found->second.empty()) continue;
    if (found->second.size() > 1) return {.ambiguous = true};
    const auto& id = found->second.front();
    return {.supplier = id, .is_new = offered_.contains(id)};
  }
  auto supplier = made_from(holder);
  supplier.id = {new_id(services_.clock)};
  for (const auto& key : keys) by_key_[key].push_back(supplier.id);
  const auto id = supplier.id;
  offered_.emplace(id, std::move(supplier));
  return {.supplier = id, .is_new = true};
}

void SupplierBook::keep(const SupplierId& supplier) {
  if (const auto found = offered_.find(supplier); found != offered_.end()) kept_.insert(*found);
}

std::vector<Supplier> SupplierBook::save() {
  std::vector<Supplier> fresh;
  for (const auto& [id, supplier] : kept_) fresh.push_back(supplier);
  if (!fresh.empty()) store::insert_suppliers(transaction_, fresh);
  return fresh;
}

}  // namespace certreg::service
