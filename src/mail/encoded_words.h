// Header lines of any script in ASCII (RFC 2047). Pure.
#pragma once

#include <string>
#include <string_view>

namespace certreg::mail {

// A line that fits behind the name of a header as it stands, and that no reader takes for something encoded.
bool goes_plain(std::string_view line);

// "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=": whole characters in words of at most 64 bytes, each on a line of its own.
// Fit for a subject and for a name before an address (RFC 2047, 5 (3)). `line` is UTF-8.
std::string encoded_words(std::string_view line);

}  // namespace certreg::mail
