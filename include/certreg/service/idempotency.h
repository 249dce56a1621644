// A request that is sent twice is done once: its key is claimed before the work and keeps the answer after
// it.
#pragma once

#include <optional>
#include <string>

#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/access.h"

namespace certreg::service {

// nullopt: the key is the caller's, who must finish or release it. Otherwise the first request's answer,
// whose status is 0 while that is at work.
std::optional<store::IdempotentAnswer> claim_key(Services& services, const Actor& actor,
                                                 const std::string& key, const std::string& request_digest);
void finish_key(Services& services, const Actor& actor, const std::string& key,
                const store::IdempotentAnswer& answer);

// After a failure, so that the request may be sent again. When the database is away the claim ends by itself.
void release_key(Services& services, const Actor& actor, const std::string& key) noexcept;

}  // namespace certreg::service
