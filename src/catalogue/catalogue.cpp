#include "certreg/catalogue/catalogue.h"

#include <algorithm>

#include "catalogue/catalogue_state.h"
#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

// The slots of a set in the order of their keys, after `after`, as long as `take` says.
template <class Slots, class Take>
void walk_after(const Slots& slots, std::string_view after, Take take) {
  for (auto at = slots.upper_bound(after); at != slots.end(); ++at)
    if (!take(**at)) return;
}

}  // namespace

Catalogue::Catalogue() : state_(std::make_unique<State>()) {}
Catalogue::~Catalogue() = default;

std::shared_ptr<const SourceSearch> Catalogue::search_of(const std::string& source) const {
  const Reading reading;
  const auto* found = state_->searches.find(source);
  return found == nullptr ? nullptr : *found;
}

SupplierPtr Catalogue::supplier(const SupplierId& id) const {
  const Reading reading;
  return state_->supplier(id.value);
}

RecordPtr Catalogue::certificate(const CertificateId& id) const {
  const Reading reading;
  const auto* found = state_->certificates.find(id.value);
  return found == nullptr ? nullptr : *found;
}

std::vector<RecordPtr> Catalogue::certificates_of(const SupplierId& id) const {
  const Reading reading;
  const auto* found = state_->companies.find(id.value);
  return found == nullptr ? std::vector<RecordPtr>{} : found->certificates;
}

std::size_t Catalogue::count_certificates_of(const SupplierId& id) const {
  const Reading reading;
  const auto* found = state_->companies.find(id.value);
  return found == nullptr ? 0 : found->certificates.size();
}

std::vector<SupplierPtr> Catalogue::suppliers_after(const SupplierId& after, std::size_t limit) const {
  std::vector<SupplierPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  walk_after(state_->suppliers_in_order, after.value, [&](const Companies::Slot& slot) {
    const auto& supplier = slot.value.get()->supplier;
    if (all.size() < limit && !supplier->retired) all.push_back(supplier);
    return all.size() < limit;
  });
  return all;
}

std::vector<RecordPtr> Catalogue::certificates_after(const CertificateId& after, std::size_t limit) const {
  std::vector<RecordPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  walk_after(state_->certificates_in_order, after.value, [&](const Certificates::Slot& slot) {
    const auto& record = *slot.value.get();
    if (all.size() < limit && !record->latest().retired) all.push_back(record);
    return all.size() < limit;
  });
  return all;
}

std::vector<SupplierPtr> Catalogue::suppliers_named(std::string_view name) const {
  const auto normal = normalise_name(name);
  const Reading reading;
  std::vector<SupplierPtr> all;
  if (const auto* found = state_->by_name.find(normal))
    for (const auto& id : *found)
      if (auto supplier = state_->supplier(id.value); supplier && !supplier->retired)
        all.push_back(std::move(supplier));
  return all;
}

std::vector<RecordPtr> Catalogue::expiring(Date from, Date before, const std::optional<Date>& after_day,
                                           const CertificateId& after, std::size_t limit) const {
  std::vector<RecordPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  const auto first = after_day && *after_day >= from
                         ? state_->by_expiry.upper_bound({*after_day, after.value})
                         : state_->by_expiry.lower_bound({from, {}});
  for (auto at = first; at != state_->by_expiry.end() && at->first < before && all.size() < limit; ++at) {
    const auto& record = *state_->certificates.find(at->second);
    if (record->latest().expires == at->first && !record->latest().retired) all.push_back(record);
  }
  return all;
}

std::uint64_t Catalogue::supplier_changes() const { return state_->supplier_changes; }

Size Catalogue::size() const { return {state_->supplier_count, state_->certificate_count}; }

}  // namespace certreg::catalogue
