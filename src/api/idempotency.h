// Idempotency-Key on POST: a request that is sent again gets the first one's answer.
#pragma once

#include "api/routes.h"

namespace certreg::api {

// Calls the route's handler, at most once for each key of an actor. Answers of 500 and above are not kept,
// and neither are exceptions: the request may then be sent again with its key.
http::Response answer_once(const Route& route, const Context& context);

}  // namespace certreg::api
