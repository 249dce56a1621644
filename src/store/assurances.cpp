#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "certreg/store/relationships.h"
#include "store/values.h"

namespace certreg::store {
namespace {

Assurance assurance_in(const Row& row) { return codec::stored_assurance(codec::parse_own(row.text("body"))); }

}  // namespace

void insert_assurance(Transaction& transaction, const Assurance& assurance) {
  transaction.run("insert_assurance", {assurance.id.value});
  transaction.run("insert_assurance_version",
                  {assurance.id.value, assurance.version, assurance.supplier.value,
                   filled(assurance.document), assurance.retired, codec::dump(codec::to_json(assurance)),
                   to_string(assurance.recorded_at), assurance.recorded_by});
}

std::optional<Assurance> load_assurance(Transaction& transaction, const AssuranceId& id) {
  if (!is_uuid(id.value)) return std::nullopt;
  const auto row = transaction.run("select_assurance", {id.value}).first();
  return row ? std::optional(assurance_in(*row)) : std::nullopt;
}

std::vector<Assurance> assurances_of(Transaction& transaction, std::span<const SupplierId> suppliers,
                                     const std::optional<Instant>& known_at) {
  std::vector<Assurance> all;
  for (const auto& row :
       transaction.run("select_assurances_of_suppliers", {uuid_array(suppliers), text_of(known_at)}))
    all.push_back(assurance_in(row));
  return all;
}

}  // namespace certreg::store
