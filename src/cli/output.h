// What people read: texts without control characters, and columns.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/codec/json.h"

namespace certreg::cli {

using codec::Json;

// The text in one line; control and text-direction characters, which could play tricks on a terminal, become
// U+FFFD.
std::string printable(std::string_view text);

// A member as text: empty for null and absent, lists joined with ", ". `path` goes through objects: "a.b".
std::string text_at(const Json& object, std::string_view path);

// Rows in columns of equal width; the last column is not padded.
void print_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows);

void print_json(std::ostream& out, const Json& value);  // indented
Json array_of(std::vector<Json> items);

}  // namespace certreg::cli
