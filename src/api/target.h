// Addresses within the API.
#pragma once

#include <string>
#include <string_view>

#include "certreg/http/request.h"

namespace certreg::api {

// Percent-encoded as in a query's value or a path's segment: all but unreserved characters (RFC 3986, 2.3).
std::string encoded(std::string_view text);

// The request's own path and query with one parameter set anew.
std::string target_with(const http::Request& request, std::string_view name, std::string_view value);

}  // namespace certreg::api
