// Where a page of a list ended, in a form that clients hand back and never read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/query.h"

namespace certreg::api {

std::string encode_cursor(const std::vector<std::string>& keys);

// The keys in the parameter `cursor`; none when it is absent. Notes a problem when it is not one of ours or
// has another number of keys.
std::vector<std::string> cursor_of(QueryReader& query, std::size_t keys = 1);

// The same for one key that is a positive number.
std::optional<std::int64_t> number_cursor_of(QueryReader& query);

}  // namespace certreg::api
