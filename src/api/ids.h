// Ids in paths.
#pragma once

#include <string_view>

#include "api/context.h"
#include "certreg/domain/ids.h"

namespace certreg::api {

bool is_uuid(std::string_view text);    // 36 characters, lower case
bool is_sha256(std::string_view text);  // 64 hexadecimal digits, lower case

// The path's first parameter. Throws NotFound naming `noun` when it has not the form of an id.
std::string own_id(const Context& context, std::string_view noun);

}  // namespace certreg::api
