// Finds whose a certificate is, among the suppliers known and those about to be made, within one intake
// transaction.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/supplier.h"
#include "certreg/service/services.h"

namespace certreg::service {

class SupplierBook {
 public:
  SupplierBook(Services& services, store::Transaction& transaction, std::string actor);

  // Looks all of them up at once.
  void prepare(std::span<const Holder> holders);

  struct Found {
    SupplierId supplier;     // empty when `ambiguous`
    bool is_new = false;     // made when `keep` is called
    bool ambiguous = false;  // several suppliers have that name
  };
  // By LEI, VAT or registration number, else by the same name after normalise_name. `holder` was prepared.
  Found find(const Holder& holder);

  // The new supplier is to be saved.
  void keep(const SupplierId& supplier);
  // Returns those that were made.
  std::vector<Supplier> save();

 private:
  using Keys = std::vector<std::string>;
  Supplier made_from(const Holder& holder) const;
  const Keys& keys_of(const Holder& holder);

  Services& services_;
  store::Transaction& transaction_;
  std::string actor_;
  std::unordered_map<std::string, Keys> keys_;  // of holders, by all that is known of each
  std::unordered_map<std::string, std::vector<SupplierId>> by_key_;
  std::map<SupplierId, Supplier> offered_, kept_;
};

}  // namespace certreg::service
