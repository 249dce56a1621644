#include "certreg/store/access.h"
#include "store/values.h"

namespace certreg::store {
namespace {

// Between the refused claim and the look at its row, the other request may give the key back.
constexpr int kAttempts = 5;

IdempotentAnswer answer_of(const Row& row) {
  return {.request_digest = row.text("request_digest"),
          .status = static_cast<int>(row.integer("status")),
          .headers = row.text("headers"),
          .body = row.text("body")};
}

}  // namespace

std::optional<IdempotentAnswer> claim_idempotency(Transaction& transaction, const std::string& actor,
                                                  const std::string& key, const std::string& request_digest,
                                                  Instant now) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (transaction.run("claim_idempotency", {actor, key, request_digest, to_string(now)}).affected() == 1)
      return std::nullopt;
    if (const auto row = transaction.run("select_idempotency", {actor, key}).first()) return answer_of(*row);
  }
  throw Error(ErrorKind::Busy, "another request with this Idempotency-Key is at work");
}

void finish_idempotency(Transaction& transaction, const std::string& actor, const std::string& key,
                        const IdempotentAnswer& answer) {
  transaction.run("finish_idempotency",
                  {actor, key, answer.request_digest, answer.status, answer.headers, answer.body});
}

void release_idempotency(Transaction& transaction, const std::string& actor, const std::string& key) {
  transaction.run("release_idempotency", {actor, key});
}

}  // namespace certreg::store
