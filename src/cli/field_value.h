// The value that a quote proves.
#pragma once

#include <string>
#include <string_view>

#include "certreg/codec/json.h"

namespace certreg::cli {

// `field` as quotes name it: "holder", "expires", "accreditations[0]"; `certificate` as the API has it. Empty
// for what it does not hold.
std::string value_of_field(const codec::Json& certificate, std::string_view field);

}  // namespace certreg::cli
