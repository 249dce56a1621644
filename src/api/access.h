// Who asks, and whether they may.
#pragma once

#include <optional>

#include "api/routes.h"

namespace certreg::api {

// The actor of the key in `Authorization: Bearer ...`. Throws Error(Unauthorized), Error(Forbidden) when its
// role is below `needed`, Error(Unavailable) before the keys are loaded.
service::Actor authorised(const http::Request& request, service::Services& services, service::Role needed,
                          Instant now);

}  // namespace certreg::api
