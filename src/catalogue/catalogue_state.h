// What the catalogue holds. One writer at a time; readers by number within a Reading, lists under their lock.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/identifier_index.h"
#include "catalogue/numbered_set.h"
#include "catalogue/ordered.h"
#include "catalogue/packed_certificate.h"
#include "catalogue/packed_company.h"
#include "catalogue/packing.h"
#include "catalogue/posting.h"
#include "catalogue/shared_texts.h"
#include "catalogue/slot_map.h"
#include "certreg/catalogue/catalogue.h"

namespace certreg::catalogue {

using Number = std::uint32_t;
using Companies = NumberedSet<PackedCompany>;
using Certificates = NumberedSet<PackedCertificate>;

// Numbers in the order of the ids that they stand for.
template <class Entries>
struct ById {
  const Entries* entries;
  std::string_view key(Number number) const { return entries->at(number).key(); }
  std::string_view key(std::string_view packed) const { return packed; }
  template <class Left, class Right>
  bool operator()(const Left& left, const Right& right) const {
    return is_before(key(left), key(right));
  }
};

using Keys = std::vector<std::string>;
Keys identifiers_of(const Supplier& supplier);
Keys normal_names_of(const Supplier& supplier);
std::string fold_case(std::string_view text);  // of ASCII letters

// What comes with the first load, until it is shown.
struct Coming {
  struct Company {
    PackedCompany::Ptr packed;
    Keys names;  // normalised
  };
  std::mutex mutex;
  std::vector<Company> companies;
  std::vector<PackedCertificate::Ptr> certificates;
};

struct Catalogue::State {
  SharedTexts texts;  // goes last
  std::mutex writing;
  Companies companies;
  Certificates certificates;
  NumberedSet<Posting> by_name;  // leads to companies
  SlotMap<std::shared_ptr<const SourceSearch>> searches;
  std::atomic<std::size_t> supplier_count{0}, certificate_count{0};
  std::atomic<std::uint64_t> supplier_changes{0};
  std::atomic<bool> is_searchable{true};
  Coming coming;
  mutable LastShown<Supplier> last_suppliers;
  mutable LastShown<CertificateRecord> last_certificates;

  mutable std::shared_mutex lists;  // guards what follows
  Ordered<Number, ById<Companies>> suppliers_in_order{{&companies}};
  Ordered<Number, ById<Certificates>> certificates_in_order{{&certificates}};
  std::map<Date, std::vector<Number>> by_expiry;  // certificates of a day, in the order of their ids
  IdentifierIndex by_identifier;
  std::vector<Number> by_slot;  // companies by the slots of `names`

  NameIndex names;  // has its own way of being read while it changes

  // Within a Reading.
  SupplierPtr supplier(const PackedCompany* company) const;  // null: unknown
  SupplierPtr supplier(std::string_view id) const { return supplier(companies.find(packed_id(id))); }
  SupplierPtr supplier_once(const PackedCompany& company) const;
  RecordPtr record(const PackedCertificate& certificate) const;
  RecordPtr record_once(const PackedCertificate& certificate) const;  // for long lists: kept for nobody else
  std::vector<RecordPtr> records_of(const PackedCompany& company) const;
  bool passes(const PackedCompany& company, const SupplierFilter& filter) const;

  std::vector<NameMatch> search_names(std::string_view text, std::size_t limit,
                                      const SupplierFilter& filter) const;
  void add_by_identifier(std::string_view text, std::size_t limit, const SupplierFilter& filter,
                         std::vector<SupplierMatch>& matches) const;

  // The writer's.
  bool take(const Supplier& supplier);  // false when it is older than what is known
  void index(Number number, const Supplier* before, const Supplier& now);
  Number company_of(std::string_view key);  // made when it is not there
  void add_to_company(Number company, Number certificate);
  void take_from_company(Number company, Number certificate);
  void put_certificate(Number number, PackedCertificate::Ptr fresh);
  void note_slots(const std::vector<Number>& companies, const std::vector<NameIndex::Slot>& slots);
  void add_number(Number company, std::string_view number);
  void forget_number(Number company, std::string_view number);
  void file_expiry(Number number, const std::optional<Date>& before, const std::optional<Date>& now);
  void show_companies(std::vector<Coming::Company>&& packed_ones);
  void show_certificates(std::vector<PackedCertificate::Ptr> packed_ones);
  void show_holdings();
  void add_name(const std::string& name, Number company);
  void index_all_names(unsigned threads);
  void index_all_identifiers();
};

}  // namespace certreg::catalogue
