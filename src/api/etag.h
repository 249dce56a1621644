// Entity tags (RFC 9110, 8.8.3 and 13.1): strong, made of the body's bytes.
#pragma once

#include <string>
#include <string_view>

#include "certreg/http/request.h"

namespace certreg::api {

// With its quotation marks.
std::string etag_of(std::string_view body);

// If-None-Match is there and names the tag (weakly compared) or "*".
bool is_unchanged(const http::Request& request, std::string_view etag);

enum class Precondition { Missing, Holds, Fails };

// If-Match, strongly compared. "*" is no statement of what was seen and counts as missing.
Precondition precondition(const http::Request& request, std::string_view etag);

}  // namespace certreg::api
