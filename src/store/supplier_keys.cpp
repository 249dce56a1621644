#include <algorithm>

#include "certreg/domain/names.h"
#include "certreg/store/suppliers.h"

namespace certreg::store {
namespace {

void add_key(std::vector<std::string>& keys, const std::string& kind, const std::string& normalised) {
  if (normalised.empty()) return;
  auto key = kind + ":" + normalised;
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

}  // namespace

std::vector<std::string> supplier_keys(const Supplier& supplier) {
  std::vector<std::string> keys;
  add_key(keys, "lei", normalise_number(supplier.lei));
  add_key(keys, "vat", normalise_number(supplier.vat));
  // Registers of different countries give out the same numbers.
  if (!supplier.country.empty())
    add_key(keys, "registration:" + supplier.country, normalise_number(supplier.registration_number));
  add_key(keys, "name", normalise_name(supplier.name));
  for (const auto& alias : supplier.aliases) add_key(keys, "name", normalise_name(alias));
  return keys;
}

}  // namespace certreg::store
