// Bodies of requests.
#pragma once

#include "api/context.h"
#include "certreg/codec/json.h"

namespace certreg::api {

// The media type without parameters, lower case; empty when the request names none.
std::string media_type_of(const http::Request& request);

// The body as JSON. Throws Error(Invalid), also for another media type than application/json.
codec::Json json_body(const Context& context);

// Throws Error(Invalid) when there are any.
void refuse(codec::Problems problems);

}  // namespace certreg::api
