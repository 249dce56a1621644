// People of an identity provider: who signed in, and who may not. Every function works within the caller's
// transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct KnownGuest {
  std::string subject;  // who it is to the issuer
  std::string name;     // as it was called at the last sign-in
  std::optional<Instant> last_sign_in;
  bool blocked = false;
};

std::vector<KnownGuest> list_guests(Transaction& transaction,
                                    int limit);  // blocked ones first, then the latest
std::optional<KnownGuest> load_guest(Transaction& transaction, const std::string& subject);
std::vector<std::string> blocked_guests(Transaction& transaction);  // subjects

// False: it was so already.
bool block_guest(Transaction& transaction, const KnownGuest& guest, Instant at, const std::string& by);
bool unblock_guest(Transaction& transaction, const std::string& subject);

}  // namespace certreg::store
