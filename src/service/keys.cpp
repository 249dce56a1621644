#include "certreg/service/keys.h"

#include <mutex>

#include "certreg/crypto/api_key.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/services.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {

std::optional<Actor> KeyRing::authenticate(std::string_view key, Instant now) const {
  if (!crypto::is_api_key(key)) return std::nullopt;
  const auto hash = crypto::hash_api_key(key);
  const std::shared_lock lock(mutex_);
  for (const auto* ring : {&by_hash_, &local_})
    if (const auto found = ring->find(hash); found != ring->end())
      return found->second.expires_at && *found->second.expires_at <= now
                 ? std::nullopt
                 : std::optional(found->second.actor);
  return std::nullopt;
}

void KeyRing::replace(std::vector<store::ApiKey> keys) {
  std::unordered_map<std::string, Entry> fresh;
  for (auto& key : keys) {
    const auto role = role_of(key.role);
    if (role && !key.revoked_at)
      fresh.emplace(std::move(key.hash), Entry{{std::move(key.name), *role}, key.expires_at});
  }
  const std::unique_lock lock(mutex_);
  by_hash_ = std::move(fresh);
}

void KeyRing::add_local(std::string_view key, Actor actor) {
  const std::unique_lock lock(mutex_);
  local_.insert_or_assign(crypto::hash_api_key(key), Entry{std::move(actor), std::nullopt});
}

NewKey create_key(Services& services, const std::string& name, Role role, std::optional<Instant> expires_at,
                  const Actor& actor) {
  if (!is_clean_text(name, 100)) throw invalid("name", "must be clean text of at most 100 characters");
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
