#include <algorithm>
#include <array>

#include "certreg/store/documents.h"
#include "store/values.h"

namespace certreg::store {
namespace {

// In the enumerators' order.
constexpr std::array<std::string_view, 6> kOutcomes{"fetched", "not_modified", "not_found",
                                                    "refused", "failed",       "blocked"};

FetchOutcome outcome_of(const std::string& name) {
  return static_cast<FetchOutcome>(std::find(kOutcomes.begin(), kOutcomes.end(), name) - kOutcomes.begin());
}

FetchRecord fetch_of(const Row& row) {
  return {.id = row.text("id"),
          .source = text_or_empty(row, "source"),
          .address = row.text("address"),
          .fetched_at = instant(row, "fetched_at"),
          .outcome = outcome_of(row.text("outcome")),
          .http_status = static_cast<int>(row.optional_integer("http_status").value_or(0)),
          .document = DocumentId{text_or_empty(row, "document_id")},
          .etag = text_or_empty(row, "etag"),
          .last_modified = text_or_empty(row, "last_modified"),
          .detail = text_or_empty(row, "detail"),
          .result = text_or_empty(row, "result"),
          .final_address = text_or_empty(row, "final_address"),
          .tries = static_cast<int>(row.integer("tries")),
          .import = ImportId{text_or_empty(row, "import_id")}};
}

}  // namespace

std::string_view name_of(FetchOutcome outcome) { return kOutcomes.at(static_cast<std::size_t>(outcome)); }

void record_fetch(Transaction& transaction, const FetchRecord& fetch) {
  const auto status = fetch.http_status == 0 ? std::string() : std::to_string(fetch.http_status);
  transaction.run("insert_fetch",
                  {fetch.id, filled(fetch.source), fetch.address, to_string(fetch.fetched_at),
                   name_of(fetch.outcome), filled(status), filled(fetch.document), filled(fetch.etag),
                   filled(fetch.last_modified), filled(fetch.detail), filled(fetch.result),
                   filled(fetch.final_address), fetch.tries, filled(fetch.import)});
}

std::vector<FetchRecord> fetches_of_source(Transaction& transaction, const std::string& source, int limit) {
  std::vector<FetchRecord> fetches;
  for (const auto& row : transaction.run("select_fetches_of_source", {source, limit}))
    fetches.push_back(fetch_of(row));
  return fetches;
}

std::optional<FetchRecord> last_attempt_at(Transaction& transaction, const std::string& address) {
  const auto row = transaction.run("select_last_attempt_at_address", {address}).first();
  return row ? std::optional(fetch_of(*row)) : std::nullopt;
}

std::vector<FetchRecord> last_attempts_of_source(Transaction& transaction, const std::string& source) {
  std::vector<FetchRecord> attempts;
  for (const auto& row : transaction.run("select_last_attempts_of_source", {source}))
    attempts.push_back(fetch_of(row));
  return attempts;
}

std::optional<FetchRecord> last_fetch_of(Transaction& transaction, const std::string& address) {
  const auto row = transaction.run("select_last_fetch_of_address", {address}).first();
  return row ? std::optional(fetch_of(*row)) : std::nullopt;
}

}  // namespace certreg::store
