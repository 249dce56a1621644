#include "certreg/store/access.h"
#include "store/values.h"

namespace certreg::store {

void insert_api_key(Transaction& transaction, const ApiKey& key) {
  transaction.run("insert_api_key", {key.id, key.name, key.role, key.hash, to_string(key.recorded_at),
                                     key.recorded_by, text_of(key.expires_at), text_of(key.revoked_at)});
}

void revoke_api_key(Transaction& transaction, const std::string& id, Instant now) {
  if (!is_uuid(id) || transaction.run("revoke_api_key", {id, to_string(now)}).affected() == 0)
    throw not_found("API key");
}

std::vector<ApiKey> list_api_keys(Transaction& transaction) {
  std::vector<ApiKey> keys;
  for (const auto& row : transaction.run("list_api_keys"))
    keys.push_back({.id = row.text("id"),
                    .name = row.text("name"),
                    .role = row.text("role"),
                    .hash = row.text("hash"),
                    .recorded_by = row.text("recorded_by"),
                    .recorded_at = instant(row, "recorded_at"),
                    .expires_at = optional_instant(row, "expires_at"),
                    .revoked_at = optional_instant(row, "revoked_at")});
  return keys;
}

}  // namespace certreg::store
