#include "certreg/codec/list_rows.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"

namespace certreg::codec {
namespace {

const Json& member_at(const Json& root, std::string_view path) {
  const Json* value = &root;
  while (!path.empty()) {
    const auto end = std::min(path.find('.'), path.size());
    const auto name = std::string(path.substr(0, end));
    if (!value->is_object() || !value->contains(name)) throw invalid("part", "names no member of the JSON");
    value = &(*value)[name];
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return *value;
}

std::optional<std::string> text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean() || value.is_number()) return dump(value);
  return std::nullopt;
}

// Depth is limited by parse().
void add_members(const Json& object, const std::string& prefix, reading::ListRow& row) {
  for (const auto& [name, value] : object.items()) {
    const auto path = prefix + name;
    if (value.is_object()) add_members(value, path + ".", row);
    if (auto text = text_of(value)) row.members[path].push_back(std::move(*text));
    if (!value.is_array()) continue;
    for (const auto& item : value)
      if (auto text = text_of(item)) row.members[path].push_back(std::move(*text));
  }
}

}  // namespace

std::vector<reading::ListRow> list_rows(std::string_view json, std::string_view at) {
  const auto root = parse(json);
  const auto& list = member_at(root, at);
  if (!list.is_array() || list.size() > kMostListRows)
    throw invalid("part", "must be a list of at most " + std::to_string(kMostListRows) + " objects");
  std::vector<reading::ListRow> rows;
  for (const auto& item : list) {
    if (!item.is_object()) throw invalid("part", "must be a list of objects");
    auto& row = rows.emplace_back();
    add_members(item, "", row);
    row.text = dump(item);
  }
  return rows;
}

}  // namespace certreg::codec
