#include "certreg/service/register_changes.h"

#include "service/version_changes.h"

namespace certreg::service {

std::vector<store::RecordedChange> rows_of(std::span<const RegisterChange> changes,
                                           const ChangeContext& context) {
  std::vector<store::RecordedChange> rows;
  for (const auto& change : changes)
    rows.push_back({.at = context.at,
                    .change = change,
                    .source = context.source,
                    .supplier = context.supplier,
                    .certificate = context.certificate,
                    .version = context.version,
                    .document = context.document,
                    .address = context.address});
  return rows;
}

void record_changes(store::Transaction& transaction, std::span<const RegisterChange> changes,
                    const ChangeContext& context) {
  store::insert_register_changes(transaction, rows_of(changes, context));
}

std::vector<store::RecordedChange> list_changes(Services& services, const store::ChangeFilter& filter,
                                                std::int64_t before, int limit) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_register_changes(transaction, filter, before, limit);
}

std::vector<store::RecordedChange> follow_changes(Services& services, const store::ChangeFilter& filter,
                                                  std::int64_t after, int limit) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::follow_register_changes(transaction, filter, after, limit);
}

}  // namespace certreg::service
