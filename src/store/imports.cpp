#include "certreg/store/imports.h"

#include "store/bulk_rows.h"
#include "store/lists.h"
#include "store/values.h"

namespace certreg::store {
namespace {

ImportRun import_of(const Row& row) {
  return {.id = ImportId{row.text("id")},
          .what = row.text("what"),
          .source = text_or_empty(row, "source"),
          .actor = row.text("actor"),
          .state = row.text("state"),
          .counts = row.text("counts"),
          .error = text_or_empty(row, "error"),
          .started_at = instant(row, "started_at"),
          .finished_at = optional_instant(row, "finished_at"),
          .document = DocumentId{text_or_empty(row, "document_id")},
          .way = text_or_empty(row, "way"),
          .settled_rows = row.integer("settled_rows")};
}

ImportItem item_of(const Row& row) {
  return {.ordinal = row.integer("ordinal"),
          .name = row.text("name"),
          .outcome = row.text("outcome"),
          .document = DocumentId{text_or_empty(row, "document_id")},
          .detail = row.text("detail")};
}

}  // namespace

void insert_import(Transaction& transaction, const ImportRun& run) {
  transaction.run("insert_import",
                  {run.id.value, run.what, filled(run.source), run.actor, run.state, run.counts,
                   filled(run.error), to_string(run.started_at), text_of(run.finished_at)});
}

void update_import(Transaction& transaction, const ImportRun& run) {
  const auto result = transaction.run(
      "update_import", {run.id.value, run.state, run.counts, filled(run.error), text_of(run.finished_at),
                        filled(run.document), filled(run.way), run.settled_rows});
  if (result.affected() == 0) throw not_found("import");
}

void insert_import_items(Transaction& transaction, const ImportId& id, std::span<const ImportItem> items) {
  BulkRows rows(transaction, "insert_import_items", 6);
  for (const auto& item : items)
    rows.add({id.value, std::to_string(item.ordinal), item.name, item.outcome, filled(item.document),
              item.detail});
  rows.finish();
}

std::int64_t rows_settled_before(Transaction& transaction, const ImportRun& run, Instant since) {
  const auto row = transaction
                       .run("select_last_import_of_document",
                            {run.id.value, run.document.value, run.way, to_string(since)})
                       .first();
  return row && row->text("state") != "done" ? row->integer("settled_rows") : 0;
}

std::int64_t last_ordinal(Transaction& transaction, const ImportId& id) {
  return transaction.run("select_last_ordinal", {id.value}).only().integer("ordinal");
}

std::optional<ImportRun> load_import(Transaction& transaction, const ImportId& id) {
  if (!is_uuid(id.value)) return std::nullopt;
  const auto row = transaction.run("select_import", {id.value}).first();
  return row ? std::optional(import_of(*row)) : std::nullopt;
}

std::vector<ImportRun> list_imports(Transaction& transaction, const std::string& after_id, int limit) {
  return list_page(transaction, "list_imports", after_id, {limit}, import_of);
}

int count_import_items(Transaction& transaction, const ImportId& id) {
  if (!is_uuid(id.value)) return 0;
  return static_cast<int>(transaction.run("count_import_items", {id.value})[0].integer("items"));
}

std::vector<ImportItem> list_import_items(Transaction& transaction, const ImportId& id,
                                          std::int64_t after_ordinal, int limit) {
  std::vector<ImportItem> items;
  if (!is_uuid(id.value)) return items;
  for (const auto& row : transaction.run("list_import_items", {id.value, after_ordinal, limit}))
    items.push_back(item_of(row));
  return items;
}

int interrupt_running_imports(Transaction& transaction, Instant now) {
  return static_cast<int>(transaction.run("interrupt_running_imports", {to_string(now)}).affected());
}

}  // namespace certreg::store
