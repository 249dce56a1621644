// Finished reviews. Every function works within the caller's transaction.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/relationship_record.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct ReviewFacts {
  ReviewId id;
  std::string title;
  Date on{std::chrono::sys_days{}};
  std::optional<Instant> known_at;
  Instant prepared_at{};
  std::string prepared_by, signed_by;  // `signed_by` empty: nobody
  int suppliers = 0;
  int policy_version = 0;
  std::string reference_version;
};

struct ReviewFile {
  std::string format;  // "html", "pdf", "xlsx", "csv", "json"
  std::string sha256;
  std::int64_t size = 0;
  std::string bytes;  // not filled by review_files()
};

struct ReviewedOutcome {
  RelationshipId relationship;
  Outcome outcome = Outcome::Undecided;
};

void insert_review(Transaction& transaction, const ReviewFacts& review,
                   std::span<const ReviewedOutcome> outcomes, std::span<const ReviewFile> files);
std::vector<ReviewFacts> list_reviews(Transaction& transaction, const std::string& after,
                                      int limit);  // newest first
std::optional<ReviewFacts> load_review(Transaction& transaction, const ReviewId& id);
std::vector<ReviewFile> review_files(Transaction& transaction, const ReviewId& id);
std::optional<std::string> review_file_bytes(Transaction& transaction, const ReviewId& id,
                                             const std::string& format);

std::map<RelationshipId, LastReview> last_reviews(Transaction& transaction,
                                                  std::span<const RelationshipId> ids,
                                                  const std::optional<Instant>& known_at);

}  // namespace certreg::store
