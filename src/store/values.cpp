#include "store/values.h"

#include <algorithm>
#include <stdexcept>

namespace certreg::store {
namespace {

bool is_lower_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

Instant parse(const std::string& text) {
  const auto instant = parse_instant(text);
  if (!instant) throw std::logic_error("not an instant: " + text);
  return *instant;
}

}  // namespace

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_separator = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_separator ? text[i] != '-' : !is_lower_hexadecimal(text[i])) return false;
  }
  return true;
}

Param uuid_array(std::span<const std::string> ids) {
  std::vector<std::string> known;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(known), is_uuid);
  return Param::array(known);
}

Instant instant(const Row& row, Column column) { return parse(row.text(column)); }

std::optional<Instant> optional_instant(const Row& row, Column column) {
  const auto text = row.optional_text(column);
  return text ? std::optional(parse(*text)) : std::nullopt;
}

}  // namespace certreg::store
