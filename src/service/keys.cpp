#include "certreg/service/keys.h"

#include <array>
#include <atomic>
#include <functional>

#include "certreg/crypto/api_key.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/services.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {

std::optional<Actor> KeyRing::authenticate(std::string_view key, Instant now) const {
  const catalogue::Reading reading;
  const auto* known = known_.get();
  const auto* entry = known == nullptr ? nullptr : find(*known, key);
  if (entry == nullptr || (entry->expires_at && *entry->expires_at <= now)) return std::nullopt;
  return entry->actor;
}

std::optional<Actor> KeyRing::actor_of_hash(const std::string& hash, Instant now) const {
  const catalogue::Reading reading;
  const auto* known = known_.get();
  if (known == nullptr) return std::nullopt;
  const auto found = known->entries.find(hash);
  if (found == known->entries.end()) return std::nullopt;
  const auto& entry = found->second;
  if (entry.expires_at && *entry.expires_at <= now) return std::nullopt;
  return entry.actor;
}

// Keys that this thread saw lately are known by themselves: hashing one costs as much as looking up a
// supplier.
const KeyRing::Entry* KeyRing::find(const Known& known, std::string_view key) {
  struct Seen {
    std::uint64_t serial = 0;
    std::string key;
    const Entry* entry = nullptr;
  };
  thread_local std::array<Seen, 1024> all_seen;
  auto& seen = all_seen[std::hash<std::string_view>()(key) % all_seen.size()];
  if (seen.serial == known.serial && crypto::equal_in_constant_time(seen.key, key)) return seen.entry;
  if (!crypto::is_api_key(key)) return nullptr;
  const auto found = known.entries.find(crypto::hash_api_key(key));
  if (found == known.entries.end()) return nullptr;
  seen = {known.serial, std::string(key), &found->second};
  return seen.entry;
}

void KeyRing::publish() {
  static std::atomic<std::uint64_t> serials{0};
  auto both = std::make_unique<Known>(Known{stored_, ++serials});
  both->entries.insert(local_.begin(), local_.end());
  known_.put(std::move(both));
}

void KeyRing::replace(std::vector<store::ApiKey> keys) {
  Entries fresh;
  for (auto& key : keys) {
    const auto role = role_of(key.role);
    if (role && !key.revoked_at)
      fresh.emplace(std::move(key.hash), Entry{{std::move(key.name), *role}, key.expires_at});
  }
  const std::lock_guard lock(changing_);
  stored_ = std::move(fresh);
  publish();
}

void KeyRing::add_local(std::string_view key, Actor actor) {
  const std::lock_guard lock(changing_);
  local_.insert_or_assign(crypto::hash_api_key(key), Entry{std::move(actor), std::nullopt});
  publish();
}

NewKey create_key(Services& services, const std::string& name, Role role, std::optional<Instant> expires_at,
                  const Actor& actor) {
  if (!is_clean_text(name, 100) || name.find('@') != std::string::npos)  // guests' names alone have one
    throw invalid("name", "must be clean text of at most 100 characters, without @");
  if (expires_at && *expires_at <= services.clock.now()) throw invalid("expires_at", "lies in the past");
  NewKey made{.key = crypto::new_api_key()};
  made.stored = {.id = new_id(services.clock),
                 .name = name,
                 .role = std::string(to_string(role)),
                 .hash = crypto::hash_api_key(made.key),
                 .recorded_by = actor.name,
                 .recorded_at = services.clock.now(),
                 .expires_at = expires_at};
  auto transaction = services.database.begin();
  store::insert_api_key(transaction, made.stored);
  audit(transaction, actor, "create", "api_key", made.stored.id);
  transaction.commit();
  services.feed.refresh();
  return made;
}

std::vector<store::ApiKey> list_keys(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_api_keys(transaction);
}

void revoke_key(Services& services, const std::string& id, const Actor& actor) {
  auto transaction = services.database.begin();
  store::revoke_api_key(transaction, id, services.clock.now());
  audit(transaction, actor, "revoke", "api_key", id);
  transaction.commit();
  services.feed.refresh();
}

}  // namespace certreg::service
