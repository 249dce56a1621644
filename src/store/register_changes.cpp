#include "certreg/store/register_changes.h"

#include "certreg/store/supplier_changes.h"

#include <limits>
#include <stdexcept>

#include "store/binary_rows.h"
#include "store/values.h"

namespace certreg::store {
namespace {

ChangeKind kind_of(const std::string& name) {
  const auto kind = change_kind_of(name);
  if (!kind) throw std::logic_error("register_change has an unknown kind: " + name);
  return *kind;
}

RecordedChange change_of(const Row& row) {
  return {.id = row.integer("id"),
          .at = instant(row, "at"),
          .change = {.kind = kind_of(row.text("kind")),
                     .adverse = row.boolean("adverse"),
                     .sentence = row.text("sentence"),
                     .field = text_or_empty(row, "field"),
                     .before = text_or_empty(row, "before"),
                     .after = text_or_empty(row, "after")},
          .source = text_or_empty(row, "source"),
          .supplier = SupplierId{text_or_empty(row, "supplier_id")},
          .certificate = CertificateId{text_or_empty(row, "certificate_id")},
          .version = VersionId{text_or_empty(row, "version_id")},
          .document = DocumentId{text_or_empty(row, "document_id")},
          .address = text_or_empty(row, "address")};
}

bool names_nothing(const std::string& id) { return !id.empty() && !is_uuid(id); }

Param kinds_of(const ChangeFilter& filter) {
  if (filter.kinds.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const auto kind : filter.kinds) names.emplace_back(to_string(kind));
  return Param::array(names);
}

std::vector<RecordedChange> read(Transaction& transaction, std::string_view statement,
                                 const ChangeFilter& filter, std::int64_t bound, int limit) {
  if (names_nothing(filter.supplier.value) || names_nothing(filter.certificate.value)) return {};
  transaction.run("plan_each_time");
  std::vector<RecordedChange> changes;
  for (const auto& row :
       transaction.run(statement, {bound, filled(filter.source), filled(filter.supplier),
                                   filled(filter.certificate), text_of(filter.since), text_of(filter.until),
                                   kinds_of(filter), filter.adverse, limit}))
    changes.push_back(change_of(row));
  return changes;
}

}  // namespace

void insert_register_changes(Transaction& transaction, std::span<const RecordedChange> changes) {
  BinaryRows rows;
  for (const auto& row : changes) {
    const auto& change = row.change;
    rows.add({row.at, std::string_view(to_string(change.kind)), change.adverse,
              std::string_view(change.sentence), cell_of(change.field), cell_of(change.before),
              cell_of(change.after), cell_of(row.source), cell_of(row.supplier), cell_of(row.certificate),
              cell_of(row.version), cell_of(row.document.value), cell_of(row.address)});
  }
  rows.send(transaction, "copy_register_changes");
}

std::vector<RecordedChange> list_register_changes(Transaction& transaction, const ChangeFilter& filter,
                                                  std::int64_t before, int limit) {
  const auto bound = before == 0 ? std::numeric_limits<std::int64_t>::max() : before;
  return read(transaction, "list_register_changes", filter, bound, limit);
}

std::vector<std::vector<RecordedChange>> changes_of_suppliers(Transaction& transaction,
                                                              std::span<const ChangesWanted> wanted,
                                                              const std::optional<Instant>& until,
                                                              int limit) {
  std::vector<SupplierId> suppliers;
  std::vector<std::string> since;
  for (const auto& one : wanted) {
    suppliers.push_back(one.supplier);
    since.push_back(one.since ? to_string(*one.since) : "-infinity");
  }
  std::vector<std::vector<RecordedChange>> all(wanted.size());
  for (const auto& row : transaction.run(
           "list_changes_of_suppliers",
           {uuid_array(std::span<const SupplierId>(suppliers)), Param::array(since), text_of(until), limit}))
    all.at(static_cast<std::size_t>(row.integer("place") - 1)).push_back(change_of(row));
  return all;
}

std::vector<RecordedChange> follow_register_changes(Transaction& transaction, const ChangeFilter& filter,
                                                    std::int64_t after, int limit) {
  return read(transaction, "follow_register_changes", filter, after, limit);
}

std::vector<RecordedChange> follow_relied_on_changes(Transaction& transaction, std::int64_t after,
                                                     std::int64_t until, int limit) {
  std::vector<RecordedChange> changes;
  for (const auto& row : transaction.run("follow_relied_on_changes", {after, until, limit}))
    changes.push_back(change_of(row));
  return changes;
}

}  // namespace certreg::store
