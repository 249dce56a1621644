// Finds whose a certificate is, among the suppliers known and those about to be made, within one intake
// transaction.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/supplier.h"
#include "certreg/service/services.h"

namespace certreg::service {

using SupplierKeys = std::vector<std::string>;

// By what a holder is recognised: LEI, VAT or registration number, and the name after normalise_name.
SupplierKeys keys_of(const Holder& holder);

class SupplierBook {
 public:
  SupplierBook(Services& services, store::Transaction& transaction, std::string actor);

  // Looks all of them up at once.
  void prepare(SupplierKeys keys);

  struct Found {
    SupplierId supplier;     // empty when `ambiguous`
    bool is_new = false;     // made when `keep` is called
    bool ambiguous = false;  // several suppliers have that name
  };
  // `keys`: keys_of(holder), which were prepared.
  Found find(const Holder& holder, const SupplierKeys& keys);

  // The new supplier is to be saved.
  void keep(const SupplierId& supplier);
  // Those that were kept since the last call, for whoever saves them.
  std::vector<Supplier> take_kept();

 private:
  Supplier made_from(const Holder& holder) const;

  Services& services_;
  store::Transaction& transaction_;
  std::string actor_;
  std::unordered_map<std::string, std::vector<SupplierId>> by_key_;
  std::unordered_map<std::string, std::optional<Supplier>> offered_;  // by id; none: it was kept
  std::vector<Supplier> kept_;
};

}  // namespace certreg::service
