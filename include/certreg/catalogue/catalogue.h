// The register in memory, for reading: the latest of every supplier and certificate. Thread-safe; what a
// reader holds stays as it was. Look-ups by id, name and supplier take no lock; lists in an order, and
// identifiers in a search, share one. Fed by certreg/service/catalogue_feed.h. Empty until the first load.
//
// Records are kept packed, some 500 bytes a certificate, and are made at length when somebody asks for them.
// As long as anybody holds such a record, all who ask get the same object, and another one when the record
// has changed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/catalogue/name_index.h"
#include "certreg/catalogue/portfolio.h"
#include "certreg/domain/certificate.h"
#include "certreg/domain/place_quotes.h"
#include "certreg/domain/source_search.h"
#include "certreg/domain/supplier.h"

namespace certreg::catalogue {

using SupplierPtr = std::shared_ptr<const Supplier>;
using RecordPtr = std::shared_ptr<const CertificateRecord>;

enum class MatchedBy { Name, Alias, Identifier };
std::string_view to_string(MatchedBy by);  // "name", "alias", "identifier"

struct SupplierMatch {
  SupplierPtr supplier;
  double score = 0;  // 0 to 1
  MatchedBy by{};
  NameMatchKind how{};  // an identifier is exact, or found by its beginning
  std::string text;     // the name or identifier that answers
};

// Which suppliers may be found: those of the country, with an unretired certificate or claim of the standard
// that `certificate` takes. What is empty asks for nothing.
struct SupplierFilter {
  std::string country;
  StandardId standard;
  std::function<bool(const CertificateRecord&)> certificate;  // must not call the catalogue

  bool asks_for_certificates() const { return !standard.empty() || certificate; }
  bool is_empty() const { return country.empty() && !asks_for_certificates(); }
};

struct Size {
  std::size_t suppliers = 0, certificates = 0;
};

class Catalogue {
 public:
  Catalogue();
  ~Catalogue();

  void put(Supplier supplier);
  void put(std::vector<Supplier> suppliers);  // as much quicker as there are more
  void put(const CertificateRecord& record);
  void put(SourceSearch search);  // in place of what was known of the source

  SupplierPtr supplier(const SupplierId& id) const;      // retired ones too; null when unknown
  RecordPtr certificate(const CertificateId& id) const;  // null when unknown

  std::shared_ptr<const SourceSearch> search_of(const std::string& source) const;  // null: nothing was tried

  // Unretired certificates and claims, of any standard.
  std::vector<RecordPtr> certificates_of(const SupplierId& id) const;
  std::size_t count_certificates_of(const SupplierId& id) const;

  // In the order of ids, after `after`; retired ones are left out.
  std::vector<SupplierPtr> suppliers_after(const SupplierId& after, std::size_t limit) const;
  std::vector<RecordPtr> certificates_after(const CertificateId& after, std::size_t limit) const;

  // Unretired suppliers whose name or alias is the same after normalise_name.
  std::vector<SupplierPtr> suppliers_named(std::string_view name) const;

  // As long as it stays the same, so do all suppliers and what their names lead to.
  std::uint64_t supplier_changes() const;

  // For the first load, while nothing else is put. load() packs what it is given, from several threads at
  // once; an older version of a supplier gives way to a newer, and issues of one certificate come together.
  // Nothing of it is seen before show_loaded(), from when on all but search() answers, and search() does from
  // index_names() on.
  void load(const std::vector<Supplier>& suppliers);
  void load(const std::vector<StoredVersion>& issues);
  void show_loaded(unsigned threads);
  void forget_loaded();                // what was not shown yet
  void index_names(unsigned threads);  // others who put wait meanwhile
  bool is_searchable() const;

  // By name, alias, LEI, VAT or registration number, domain or certificate number; best first. Numbers and
  // domains are found by their beginning too. Throws Error(Unavailable) while it is not searchable.
  std::vector<SupplierMatch> search(std::string_view text, std::size_t limit,
                                    const SupplierFilter& filter = {}) const;

  // Unretired certificates whose latest issue prints an expiry in [from, before), by expiry and id, after
  // (`after_day`, `after`).
  std::vector<RecordPtr> expiring(Date from, Date before, const std::optional<Date>& after_day,
                                  const CertificateId& after, std::size_t limit) const;

  Size size() const;

  // What is bought from these suppliers.
  Portfolio& portfolio() { return portfolio_; }
  const Portfolio& portfolio() const { return portfolio_; }

 private:
  struct State;
  void show_again();
  std::unique_ptr<State> state_;
  Portfolio portfolio_;
};

}  // namespace certreg::catalogue
