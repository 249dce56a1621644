#include "certreg/service/guests.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/services.h"
#include "service/audit.h"

namespace certreg::service {

void note_guest(Services& services, const Actor& guest, const std::string& subject) {
  auto transaction = services.database.begin();
  audit(transaction, guest, "sign_in", "guest", subject,
        codec::dump(codec::Json{{"role", std::string(to_string(guest.role))}}));
  transaction.commit();
}

std::vector<store::KnownGuest> list_guests(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_guests(transaction, kMostGuests);
}

void block_guest(Services& services, const std::string& subject, const Actor& actor) {
  auto transaction = services.database.begin();
  const auto guest = store::load_guest(transaction, subject);
  if (!guest) throw not_found("guest " + subject);
  if (!store::block_guest(transaction, *guest, services.clock.now(), actor.name)) return;
  audit(transaction, actor, "block", "guest", subject);
  transaction.commit();
  services.feed.refresh();
}

void unblock_guest(Services& services, const std::string& subject, const Actor& actor) {
  auto transaction = services.database.begin();
  if (!store::unblock_guest(transaction, subject)) return;
  audit(transaction, actor, "unblock", "guest", subject);
  transaction.commit();
  services.feed.refresh();
}

}  // namespace certreg::service
