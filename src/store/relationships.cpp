#include "certreg/store/relationships.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "certreg/domain/names.h"
#include "store/values.h"

namespace certreg::store {
namespace {

std::vector<Relationship> relationships_in(const Result& result) {
  std::vector<Relationship> all;
  all.reserve(result.size());
  for (const auto& row : result)
    all.push_back(codec::stored_relationship(codec::parse_own(row.text("body"))));
  return all;
}

std::optional<std::string_view> supplier_in(const std::optional<Party>& party) {
  return party && party->supplier ? filled(*party->supplier) : std::nullopt;
}

void replace_key(Transaction& transaction, const Relationship& relationship) {
  transaction.run("delete_relationship_key", {relationship.id.value});
  if (relationship.retired) return;
  try {
    transaction.run("insert_relationship_key",
                    {relationship_key(relationship.reference), relationship.id.value});
  } catch (const ConstraintViolation& violation) {
    if (violation.constraint != "relationship_key_pk") throw;
    throw Error(ErrorKind::Conflict, "another relationship has the reference " + relationship.reference);
  }
}

}  // namespace

std::string relationship_key(std::string_view reference) { return normalise_name(reference); }

void insert_relationship(Transaction& transaction, const Relationship& one) {
  transaction.run("insert_relationship", {one.id.value});
  transaction.run(
      "insert_relationship_version",
      {one.id.value, one.version, supplier_in(one.supplier), supplier_in(one.provider), one.retired,
       codec::dump(codec::to_json(one)), to_string(one.recorded_at), one.recorded_by});
  replace_key(transaction, one);
}

std::vector<Relationship> load_relationships(Transaction& transaction, std::span<const RelationshipId> ids) {
  return relationships_in(transaction.run("select_relationships", {uuid_array(ids)}));
}

std::vector<Relationship> relationship_history(Transaction& transaction, const RelationshipId& id) {
  if (!is_uuid(id.value)) return {};
  return relationships_in(transaction.run("select_relationship_history", {id.value}));
}

std::vector<Relationship> relationships_after(Transaction& transaction, const RelationshipId& after,
                                              const std::optional<Instant>& known_at, int limit) {
  if (!after.empty() && !is_uuid(after.value)) return {};
  return relationships_in(
      transaction.run("select_relationships_after", {filled(after), text_of(known_at), limit}));
}

std::vector<Relationship> relationships_of(Transaction& transaction, const SupplierId& supplier) {
  if (!is_uuid(supplier.value)) return {};
  return relationships_in(transaction.run("select_relationships_of_supplier", {supplier.value}));
}

std::optional<RelationshipId> relationship_of_reference(Transaction& transaction,
                                                        std::string_view reference) {
  const std::string keys[] = {relationship_key(reference)};
  const auto row = transaction.run("select_relationship_ids_by_key", {Param::array(keys)}).first();
  return row ? std::optional(RelationshipId{row->text("relationship_id")}) : std::nullopt;
}

}  // namespace certreg::store
