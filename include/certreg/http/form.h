// The body of a form, application/x-www-form-urlencoded.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certreg::http {

// Decoded, in order, duplicates kept. Empty for a broken percent-encoding and for text that is not UTF-8 or
// holds NUL.
std::vector<std::pair<std::string, std::string>> parse_form(std::string_view body);

}  // namespace certreg::http
