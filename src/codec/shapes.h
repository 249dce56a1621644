// Small helpers that the writers and readers of records share.
#pragma once

#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"

namespace certreg::codec {

Json to_json(const Holder& holder);
Json to_json(const Site& site);
Json to_json(const PrintedAccreditation& accreditation);
Json to_json(const StatusInterval& interval);

template <class Tag>
Json id_or_null(const Id<Tag>& id) {
  return id.empty() ? Json(nullptr) : Json(id.value);
}

template <class Tag>
Json id_or_null(const std::optional<Id<Tag>>& id) {
  return id ? Json(id->value) : Json(nullptr);
}

template <class Items>
Json list_of(const Items& items) {
  Json all = Json::array();
  for (const auto& item : items) all.push_back(to_json(item));
  return all;
}

template <class Items, class Writer>
Json list_of(const Items& items, Writer write) {
  Json all = Json::array();
  for (const auto& item : items) all.push_back(write(item));
  return all;
}

template <class Enum>
Json name_of(Enum value, const std::vector<std::string_view>& names) {
  return Json(std::string(names[static_cast<std::size_t>(value)]));
}

template <class Enum>
Enum choice_or(ObjectReader& reader, const char* member, const std::vector<std::string_view>& names,
               Enum otherwise) {
  const auto at = reader.choice(member, names);
  return at ? static_cast<Enum>(*at) : otherwise;
}

template <class Enum>
Json names_of(const std::vector<Enum>& values, const std::vector<std::string_view>& names) {
  Json all = Json::array();
  for (const auto value : values) all.push_back(name_of(value, names));
  return all;
}

template <class Enum>
std::vector<Enum> choices_in(ObjectReader& reader, const char* member,
                             const std::vector<std::string_view>& names) {
  std::vector<Enum> values;
  for (const auto at : reader.choices(member, names)) values.push_back(static_cast<Enum>(at));
  return values;
}

// The register's own members of a version: what `stored_` functions read beside what people state.
template <class Record>
void read_recorded(ObjectReader& reader, Record& record) {
  record.id.value = reader.text("id");
  record.version = static_cast<int>(reader.integer("version", 1, 1'000'000'000).value_or(1));
  record.retired = reader.boolean("retired").value_or(false);
  record.recorded_at = reader.instant("recorded_at").value_or(Instant{});
  record.recorded_by = reader.text("recorded_by");
  record.reason = reader.text("reason", 1000);
}

// Throws Error(Unavailable): what the register itself wrote cannot be read.
inline void refuse_stored(const char* what, const Problems& problems) {
  if (!problems.empty())
    throw Error(ErrorKind::Unavailable, std::string("a stored ") + what + " cannot be read",
                invalid(problems).what());
}

// `holders[2]`
inline std::string item_path(const ObjectReader& reader, const char* member, std::size_t index) {
  return reader.path_of(member) + "[" + std::to_string(index) + "]";
}

}  // namespace certreg::codec
