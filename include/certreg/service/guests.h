// People who sign in with an account of elsewhere (OpenID Connect). Their accounts are not kept; who may not
// come in, though the issuer says so, is.
#pragma once

#include <string>
#include <vector>

#include "certreg/service/actor.h"
#include "certreg/store/guests.h"

namespace certreg::service {

struct Services;

void note_guest(Services& services, const Actor& guest, const std::string& subject);  // that it signed in

// Blocked ones first, then who signed in last; at most `kMostGuests`.
inline constexpr int kMostGuests = 500;
std::vector<store::KnownGuest> list_guests(Services& services);

// Ends its sessions everywhere, too. NotFound for somebody who never signed in.
void block_guest(Services& services, const std::string& subject, const Actor& actor);
void unblock_guest(Services& services, const std::string& subject, const Actor& actor);

}  // namespace certreg::service
