#include "certreg/store/reviews.h"

#include "store/bulk_rows.h"
#include "store/lists.h"
#include "store/values.h"

namespace certreg::store {
namespace {

Date day(const Row& row, const char* column) { return Date::parse(row.text(column)).value(); }

ReviewFacts review_of(const Row& row) {
  return {.id = {row.text("id")},
          .title = row.text("title"),
          .on = day(row, "on_day"),
          .known_at = optional_instant(row, "known_at"),
          .prepared_at = instant(row, "prepared_at"),
          .prepared_by = row.text("prepared_by"),
          .signed_by = text_or_empty(row, "signed_by"),
          .suppliers = static_cast<int>(row.integer("suppliers")),
          .policy_version = static_cast<int>(row.integer("policy_version")),
          .reference_version = row.text("reference_version")};
}

}  // namespace

void insert_review(Transaction& transaction, const ReviewFacts& review,
                   std::span<const ReviewedOutcome> outcomes, std::span<const ReviewFile> files) {
  transaction.run("insert_review",
                  {review.id.value, review.title, review.on.to_string(), text_of(review.known_at),
                   to_string(review.prepared_at), review.prepared_by, filled(review.signed_by),
                   review.suppliers, review.policy_version, review.reference_version});
  BulkRows rows(transaction, "insert_review_relationships", 3);
  for (const auto& one : outcomes)
    rows.add({review.id.value, one.relationship.value, to_string(one.outcome)});
  rows.finish();
  for (const auto& file : files)
    transaction.run("insert_review_file",
                    {review.id.value, file.format, file.sha256, Param::bytes(file.bytes)});
}

std::vector<ReviewFacts> list_reviews(Transaction& transaction, const std::string& after, int limit) {
  return list_page(transaction, "list_reviews", after, {limit}, review_of);
}

std::optional<ReviewFacts> load_review(Transaction& transaction, const ReviewId& id) {
  if (!is_uuid(id.value)) return std::nullopt;
  const auto row = transaction.run("select_review", {id.value}).first();
  return row ? std::optional(review_of(*row)) : std::nullopt;
}

std::vector<ReviewFile> review_files(Transaction& transaction, const ReviewId& id) {
  std::vector<ReviewFile> files;
  if (!is_uuid(id.value)) return files;
  for (const auto& row : transaction.run("select_review_files", {id.value}))
    files.push_back({row.text("format"), row.text("sha256"), row.integer("size"), {}});
  return files;
}

std::optional<std::string> review_file_bytes(Transaction& transaction, const ReviewId& id,
                                             const std::string& format) {
  if (!is_uuid(id.value)) return std::nullopt;
  const auto row = transaction.run("select_review_file", {id.value, format}).first();
  return row ? std::optional(row->bytes("bytes")) : std::nullopt;
}

std::map<RelationshipId, LastReview> last_reviews(Transaction& transaction,
                                                  std::span<const RelationshipId> ids,
                                                  const std::optional<Instant>& known_at) {
  std::map<RelationshipId, LastReview> last;
  for (const auto& row : transaction.run("select_last_reviews", {uuid_array(ids), text_of(known_at)}))
    last.emplace(RelationshipId{row.text("relationship_id")},
                 LastReview{day(row, "on_day"), instant(row, "prepared_at")});
  return last;
}

}  // namespace certreg::store
