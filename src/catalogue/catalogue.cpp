#include "certreg/catalogue/catalogue.h"

#include <algorithm>

#include "catalogue/catalogue_state.h"
#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

// The numbers of an order behind the id `after`, as long as `take` says.
template <class Order, class Entries, class Take>
void walk_after(const Order& order, const Entries& entries, const std::string& after, Take take) {
  const auto key = packed_id(after);
  order.walk_from(std::string_view(key), [&](Number number) {
    const auto& entry = entries.at(number);
    return entry.key() == key || take(entry);
  });
}

// With a block of its own for the count of holders: a weak pointer keeps that alone.
template <class Record>
std::shared_ptr<const Record> held_apart(Record record) {
  return std::make_unique<const Record>(std::move(record));
}

}  // namespace

Catalogue::Catalogue() : state_(std::make_unique<State>()) {}
Catalogue::~Catalogue() = default;

SupplierPtr Catalogue::State::supplier(const PackedCompany* company) const {
  if (company == nullptr || !company->is_known()) return nullptr;
  return company->shown().get_or_make([&] { return held_apart(company->unpack(texts)); }, last_suppliers);
}

SupplierPtr Catalogue::State::supplier_once(const PackedCompany& company) const {
  if (auto known = company.shown().get()) return known;
  return held_apart(company.unpack(texts));
}

RecordPtr Catalogue::State::record(const PackedCertificate& certificate) const {
  return certificate.shown().get_or_make([&] { return held_apart(certificate.unpack(texts)); },
                                         last_certificates);
}

RecordPtr Catalogue::State::record_once(const PackedCertificate& certificate) const {
  if (auto known = certificate.shown().get()) return known;
  return held_apart(certificate.unpack(texts));
}

// A certificate that changes hands is in the lists of both for a moment, and its own word counts.
std::vector<RecordPtr> Catalogue::State::records_of(const PackedCompany& company) const {
  std::vector<RecordPtr> all;
  all.reserve(company.certificates().size());
  for (const auto number : company.certificates()) {
    const auto& certificate = certificates.at(number);
    if (!certificate.is_retired() && certificate.latest(texts).supplier == company.key())
      all.push_back(record(certificate));
  }
  return all;
}

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
  const auto* found = state_->certificates.find(packed_id(id.value));
  return found == nullptr ? nullptr : state_->record(*found);
}

std::vector<RecordPtr> Catalogue::certificates_of(const SupplierId& id) const {
  const Reading reading;
  const auto* found = state_->companies.find(packed_id(id.value));
  return found == nullptr ? std::vector<RecordPtr>{} : state_->records_of(*found);
}

std::size_t Catalogue::count_certificates_of(const SupplierId& id) const {
  const Reading reading;
  const auto* found = state_->companies.find(packed_id(id.value));
  return found == nullptr ? 0 : found->certificates().size();
}

std::vector<SupplierPtr> Catalogue::suppliers_after(const SupplierId& after, std::size_t limit) const {
  std::vector<SupplierPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  walk_after(state_->suppliers_in_order, state_->companies, after.value, [&](const PackedCompany& company) {
    if (all.size() < limit && !company.head(state_->texts).is_retired)
      all.push_back(state_->supplier_once(company));
    return all.size() < limit;
  });
  return all;
}

std::vector<RecordPtr> Catalogue::certificates_after(const CertificateId& after, std::size_t limit) const {
  std::vector<RecordPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  walk_after(state_->certificates_in_order, state_->certificates, after.value,
             [&](const PackedCertificate& certificate) {
               if (all.size() < limit && !certificate.is_retired())
                 all.push_back(state_->record_once(certificate));
               return all.size() < limit;
             });
  return all;
}

std::vector<SupplierPtr> Catalogue::suppliers_named(std::string_view name) const {
  const auto normal = normalise_name(name);
  const Reading reading;
  std::vector<SupplierPtr> all;
  if (const auto* found = state_->by_name.find(normal))
    for (const auto number : found->numbers())
      if (auto supplier = state_->supplier(&state_->companies.at(number)); supplier && !supplier->retired)
        all.push_back(std::move(supplier));
  return all;
}

std::vector<RecordPtr> Catalogue::expiring(Date from, Date before, const std::optional<Date>& after_day,
                                           const CertificateId& after, std::size_t limit) const {
  std::vector<RecordPtr> all;
  const auto key = packed_id(after.value);
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  const auto first = after_day ? std::max(from, *after_day) : from;
  for (auto at = state_->by_expiry.lower_bound(first); at != state_->by_expiry.end() && at->first < before;
       ++at)
    for (const auto number : at->second) {
      const auto& certificate = state_->certificates.at(number);
      if (at->first == after_day && !is_before(key, certificate.key())) continue;
      if (certificate.is_retired() || certificate.expires() != at->first) continue;
      if (all.size() == limit) return all;
      all.push_back(state_->record_once(certificate));
    }
  return all;
}

std::uint64_t Catalogue::supplier_changes() const { return state_->supplier_changes; }

Size Catalogue::size() const { return {state_->supplier_count, state_->certificate_count}; }

}  // namespace certreg::catalogue
