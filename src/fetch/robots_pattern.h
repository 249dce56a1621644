// How a path and a pattern of robots.txt are compared (RFC 9309, 2.2.2 and 2.2.3). Pure.
#pragma once

#include <string>
#include <string_view>

namespace certreg::fetch {

// The form in which octets are compared: unreserved characters as they are, others beyond ASCII and blanks
// percent-encoded, in a query "/", ":" and the like in one spelling.
std::string normalise_path(std::string_view path);        // `*` and `$` are ordinary characters here
std::string normalise_pattern(std::string_view pattern);  // `*` and a `$` at the end keep their meaning

// Both normalised. `*` is any run of octets, `$` at the end is the end of the path.
bool pattern_matches(std::string_view pattern, std::string_view path);

}  // namespace certreg::fetch
