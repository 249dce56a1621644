#include "certreg/service/idempotency.h"

namespace certreg::service {

std::optional<store::IdempotentAnswer> claim_key(Services& services, const Actor& actor,
                                                 const std::string& key, const std::string& request_digest) {
  auto transaction = services.database.begin();
  auto known = store::claim_idempotency(transaction, actor.name, key, request_digest, services.clock.now());
  transaction.commit();
  return known;
}

void finish_key(Services& services, const Actor& actor, const std::string& key,
                const store::IdempotentAnswer& answer) {
  auto transaction = services.database.begin();
  store::finish_idempotency(transaction, actor.name, key, answer);
  transaction.commit();
}

void release_key(Services& services, const Actor& actor, const std::string& key) noexcept {
  try {
    auto transaction = services.database.begin();
    store::release_idempotency(transaction, actor.name, key);
    transaction.commit();
  } catch (const std::exception&) {
    return;  // an unfinished claim may be taken again after a minute
  }
}

}  // namespace certreg::service
