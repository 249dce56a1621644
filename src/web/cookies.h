// Cookies (RFC 6265) and forms as browsers send them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/http/header.h"
#include "certreg/http/multipart.h"
#include "certreg/http/request.h"

namespace certreg::web {

std::string cookie(const http::Request& request, std::string_view name);  // empty: not sent

// HttpOnly, SameSite=Lax, for all paths. `age` none: until the browser ends; 0: away with it.
http::Header set_cookie(std::string_view name, std::string_view value, bool secure,
                        std::optional<std::chrono::seconds> age = {});

std::string query_value(const http::Request& request, std::string_view name);  // the first; empty: none
std::string form_value(const http::Request& request, std::string_view name);   // of either kind of form

// Of a form with files; their contents lie in the request. Empty for any other.
std::vector<http::FormPart> form_parts(const http::Request& request);
// A file of a form; its content lies in the request. Nothing when none was chosen.
std::optional<http::FormPart> form_file(const http::Request& request, std::string_view name);

std::string percent_encoded(std::string_view text);  // everything but letters, digits and -._~

// An address of this service, without host, that may be sent back to; "/" for anything else.
std::string own_address(const std::string& text);

}  // namespace certreg::web
