// API keys (hashes only), audit events and idempotency keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct ApiKey {
  std::string id, name, role, hash, recorded_by;
  Instant recorded_at{};
  std::optional<Instant> expires_at, revoked_at;
};
void insert_api_key(Transaction& transaction, const ApiKey& key);
// Throws NotFound. A key that is revoked already keeps its instant.
void revoke_api_key(Transaction& transaction, const std::string& id, Instant now);
std::vector<ApiKey> list_api_keys(Transaction& transaction);

struct AuditEvent {
  std::int64_t id = 0;
  Instant at{};
  std::string actor, action, noun, noun_id;
  std::string detail = "{}";  // JSON object
};
// An event without an instant is of the database's now.
void record_audit(Transaction& transaction, const AuditEvent& event);
std::vector<AuditEvent> list_audit(Transaction& transaction, std::int64_t before_id,
                                   int limit);  // newest first; before_id 0 = from the start

struct IdempotentAnswer {
  std::string request_digest;
  int status = 0;  // 0 while the first request is at work
  std::string headers = "[]", body;
};
// nullopt: the key is ours now. Otherwise what was answered. Keys older than a day may be taken again; one
// left at work for longer than a minute by a killed process, too.
std::optional<IdempotentAnswer> claim_idempotency(Transaction& transaction, const std::string& actor,
                                                  const std::string& key, const std::string& request_digest,
                                                  Instant now);
// Both leave a key alone that has its answer; finish also one that another request (digest) took over.
void finish_idempotency(Transaction& transaction, const std::string& actor, const std::string& key,
                        const IdempotentAnswer& answer);
void release_idempotency(Transaction& transaction, const std::string& actor, const std::string& key);

}  // namespace certreg::store
