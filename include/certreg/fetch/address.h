// Addresses of the web as texts, by the parser that the fetcher itself uses, so that what is compared is what
// is then asked. Pure.
#pragma once

#include <string>
#include <string_view>

namespace certreg::fetch {

// Where `reference`, which stands in a document at `base`, leads (RFC 3986, 5), without its fragment; empty
// when it is none, or leads to anything but http and https.
std::string resolve_address(const std::string& base, const std::string& reference);

// The host in lower case, without port; empty when `address` is none.
std::string host_of(const std::string& address);

// The address without its scheme and "://".
std::string_view without_scheme(std::string_view address);

}  // namespace certreg::fetch
