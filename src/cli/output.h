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

// The same line by line: line breaks stay.
std::string printable_lines(std::string_view text);

// A member as text: empty for null and absent, lists joined with ", ". `path` goes through objects: "a.b".
std::string text_at(const Json& object, std::string_view path);

// Columns that a terminal needs for it: none for marks upon letters, two for wide characters of East Asia.
std::size_t width_of(std::string_view text);

// The text in at most `columns` of a terminal, its rest replaced by "…".
std::string shortened(const std::string& text, std::size_t columns);

// Rows in columns of equal width; the last column is not padded, and shortened so that the line has at most
// `columns` when that is not 0.
void print_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows,
                 std::size_t columns = 0);

void print_json(std::ostream& out, const Json& value);  // indented
Json array_of(std::vector<Json> items);

}  // namespace certreg::cli
