// Between the register's values and those of rows and parameters.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/store/param.h"
#include "certreg/store/result.h"

namespace certreg::store {

// nullopt for an empty text: nothing known is null in the database.
inline std::optional<std::string_view> filled(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

template <class Tag>
std::optional<std::string_view> filled(const Id<Tag>& id) {
  return filled(id.value);
}

inline std::optional<std::string> text_of(const std::optional<Instant>& instant) {
  return instant ? std::optional(to_string(*instant)) : std::nullopt;
}

// An id as the register writes it. Others cannot be in the register and would not fit PostgreSQL's type.
bool is_uuid(std::string_view text);

// The ids that are UUIDs, as a parameter.
Param uuid_array(std::span<const std::string> ids);

template <class Tag>
Param uuid_array(std::span<const Id<Tag>> ids) {
  std::vector<std::string> texts;
  texts.reserve(ids.size());
  for (const auto& id : ids) texts.push_back(id.value);
  return uuid_array(texts);
}

// Empty for null.
inline std::string text_or_empty(const Row& row, Column column) {
  return row.optional_text(column).value_or(std::string());
}

// Of a column that the statement made with rfc3339().
Instant instant(const Row& row, Column column);
std::optional<Instant> optional_instant(const Row& row, Column column);

}  // namespace certreg::store
