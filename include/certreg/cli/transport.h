// How the command line reaches the register's API: one request, one answer.
#pragma once

#include <functional>
#include <string>

#include "certreg/http/request.h"
#include "certreg/http/response.h"

namespace certreg::cli {

// Of the request only method_text, target, headers and body count; of the answer status, content_type,
// headers and body are filled. Throws Error(Unavailable) when nobody answers. One thread at a time. What
// keeps the other side alive is released with the last copy.
using Transport = std::function<http::Response(const http::Request&)>;

// Speaks HTTP to `address` ("http://127.0.0.1:8080") with the API key `key`; no proxy, no redirects.
Transport http_transport(const std::string& address, const std::string& key);

}  // namespace certreg::cli
