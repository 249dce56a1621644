// What the catalogue holds. One writer at a time; readers by slot within a Reading, lists under their lock.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>

#include "catalogue/slot_map.h"
#include "certreg/catalogue/catalogue.h"

namespace certreg::catalogue {

struct Company {
  SupplierPtr supplier;  // null: a certificate came before its supplier
  std::vector<RecordPtr> certificates;
};

using Companies = SlotMap<Company>;
using Certificates = SlotMap<RecordPtr>;
using SupplierIds = std::vector<SupplierId>;

struct ByKey {
  template <class Slot>
  bool operator()(const Slot* left, const Slot* right) const {
    return left->key < right->key;
  }
  using is_transparent = void;
  template <class Slot>
  bool operator()(const Slot* left, std::string_view right) const {
    return left->key < right;
  }
  template <class Slot>
  bool operator()(std::string_view left, const Slot* right) const {
    return left < right->key;
  }
};

using Expiry = std::pair<Date, std::string_view>;  // the day, and the id of a slot's key

using Identifiers = std::map<std::string, SupplierIds, std::less<>>;

std::string fold_case(std::string_view text);  // of ASCII letters

struct Catalogue::State {
  std::mutex writing;
  Companies companies;
  Certificates certificates;
  SlotMap<SupplierIds> by_name;
  SlotMap<std::shared_ptr<const SourceSearch>> searches;
  std::atomic<std::size_t> supplier_count{0}, certificate_count{0};
  std::atomic<std::uint64_t> supplier_changes{0};

  mutable std::shared_mutex lists;  // guards what follows
  std::set<const Companies::Slot*, ByKey> suppliers_in_order;
  std::set<const Certificates::Slot*, ByKey> certificates_in_order;
  std::set<Expiry> by_expiry;
  Identifiers by_identifier;
  std::vector<SupplierPtr> by_slot;  // of `names`

  NameIndex names;  // has its own way of being read while it changes

  SupplierPtr supplier(std::string_view id) const {
    const auto* company = companies.find(id);
    return company == nullptr ? nullptr : company->supplier;
  }
  void set_company(const SupplierId& id, Company company) {
    companies.put(id.value, std::make_unique<const Company>(std::move(company)));
  }
  Company company(const SupplierId& id) const {
    const auto* held = companies.find(id.value);
    return held == nullptr ? Company{} : *held;
  }
  SupplierPtr take(Supplier supplier);  // null when it is older than what is known
  void index(const Supplier* before, const Supplier& now);
  void note_slots(const std::vector<SupplierPtr>& suppliers, const std::vector<NameIndex::Slot>& slots);
  bool passes(const SupplierPtr& supplier, const SupplierFilter& filter) const;
  std::vector<NameMatch> search_names(std::string_view text, std::size_t limit,
                                      const SupplierFilter& filter) const;
  void add_by_identifier(std::string_view text, std::size_t limit, const SupplierFilter& filter,
                         std::vector<SupplierMatch>& matches) const;
  void file(const RecordPtr& before, const RecordPtr& now);
  void index_expiry(const RecordPtr& before, const RecordPtr& now);
  void forget_number(const CertificateVersion& version);
};

}  // namespace certreg::catalogue
