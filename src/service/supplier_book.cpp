#include "service/supplier_book.h"

#include <algorithm>
#include <utility>

#include "certreg/store/suppliers.h"
#include "service/new_id.h"

namespace certreg::service {

SupplierKeys keys_of(const Holder& holder) {
  return store::supplier_keys({.name = holder.name,
                               .country = holder.country,
                               .lei = holder.lei,
                               .registration_number = holder.registration_number,
                               .vat = holder.vat});
}

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

void SupplierBook::prepare(SupplierKeys keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const auto& [key, supplier] : store::match_suppliers(transaction_, keys))
    by_key_[key].push_back(supplier);
}

SupplierBook::Found SupplierBook::find(const Holder& holder, const SupplierKeys& keys) {
  for (const auto& key : keys) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end() || found->second.empty()) continue;
    if (found->second.size() > 1) return {.ambiguous = true};
    const auto& id = found->second.front();
    return {.supplier = id, .is_new = offered_.contains(id.value)};
  }
  auto supplier = made_from(holder);
  supplier.id = {new_id(services_.clock)};
  for (const auto& key : keys) by_key_[key].push_back(supplier.id);
  const auto id = supplier.id;
  offered_.emplace(id.value, std::move(supplier));
  return {.supplier = id, .is_new = true};
}

void SupplierBook::keep(const SupplierId& supplier) {
  const auto found = offered_.find(supplier.value);
  if (found == offered_.end() || !found->second) return;
  kept_.push_back(*std::exchange(found->second, std::nullopt));
}

std::vector<Supplier> SupplierBook::take_kept() { return std::exchange(kept_, {}); }

}  // namespace certreg::service
