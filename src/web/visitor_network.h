// Where a visitor comes from, for counting what is tried from there.
#pragma once

#include <string>
#include <string_view>

#include "certreg/http/request.h"

namespace certreg::web {

// The client's address as the proxy wrote it: the last address of the last X-Forwarded-For, since all before
// is what the client itself may have sent. Without a proxy of ours, or without an address there, the peer's.
std::string visitor_address(const http::Request& request, bool behind_proxy);

// Whose tries are counted together: an IPv4 address, also one that is written as IPv6; of an IPv6 address the
// first 64 bits, of which one subscriber has all (RFC 6177). What is no address stays as it is.
std::string network_of(std::string_view address);

}  // namespace certreg::web
