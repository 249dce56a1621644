// Who of the users and guests may act, from memory; kept by the catalogue's feed. Thread-safe.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "certreg/crypto/password.h"
#include "certreg/service/actor.h"
#include "certreg/store/users.h"

namespace certreg::service {

class UserRing {
 public:
  struct Standing {
    Actor actor;
    bool must_change =
        false;  // the password is a one-time one: nothing may be done before there is an own one
  };
  // None: the user is unknown or blocked, or what signed in belongs to an earlier epoch.
  std::optional<Standing> standing(const std::string& id, std::int64_t epoch) const;

  void replace(const std::vector<store::User>& users);

  // Of an account of elsewhere, by who it is to the issuer.
  bool is_blocked_guest(const std::string& subject) const;
  void replace_blocked_guests(std::vector<std::string> subjects);

  crypto::PasswordHasher& hasher() { return hasher_; }

 private:
  struct Entry {
    Standing standing;
    std::int64_t epoch = 0;
  };

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Entry> active_;  // by id
  std::unordered_set<std::string> blocked_guests_;
  crypto::PasswordHasher hasher_;
};

}  // namespace certreg::service
