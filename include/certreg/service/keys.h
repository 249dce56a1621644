// API keys: stored as hashes, shown once. Checked from memory; kept by the catalogue's feed.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "certreg/catalogue/reading.h"
#include "certreg/domain/date.h"
#include "certreg/service/actor.h"
#include "certreg/store/access.h"

namespace certreg::service {

struct Services;

class KeyRing {
 public:
  // The actor of a key that is known, not revoked and not expired at `now`.
  std::optional<Actor> authenticate(std::string_view key, Instant now) const;

  // The same by crypto::hash_api_key of the key, for whoever must not keep the key itself.
  std::optional<Actor> actor_of_hash(const std::string& hash, Instant now) const;

  void replace(std::vector<store::ApiKey> keys);

  // A key of this process only (service.json); never stored.
  void add_local(std::string_view key, Actor actor);

 private:
  struct Entry {
    Actor actor;
    std::optional<Instant> expires_at;
  };
  using Entries = std::unordered_map<std::string, Entry>;  // by hash
  struct Known {
    Entries entries;
    std::uint64_t serial = 0;  // no other ring's, nor of this one at another time
  };

  static const Entry* find(const Known& known, std::string_view key);
  void publish();

  std::mutex changing_;
  Entries stored_, local_;
  catalogue::Published<Known> known_;  // both
};

struct NewKey {
  store::ApiKey stored;
  std::string key;  // shown this once
};

NewKey create_key(Services& services, const std::string& name, Role role, std::optional<Instant> expires_at,
                  const Actor& actor);
std::vector<store::ApiKey> list_keys(Services& services);
void revoke_key(Services& services, const std::string& id, const Actor& actor);

}  // namespace certreg::service
