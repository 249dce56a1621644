#include "codec/said_json.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace certreg::codec {
namespace {

Json value_json(const Said& said);

Json values_json(const std::vector<Said>& all) {
  Json list = Json::array();
  for (const auto& said : all) list.push_back(value_json(said));
  return list;
}

Json value_json(const Said& said) {
  if (said.is_day) return {{"day", said.text}};
  if (said.id.empty()) return said.text;
  Json json{{"id", std::string(said.id)}, {"values", values_json(said.values)}};
  if (said.is_claimed) json["claimed"] = true;
  return json;
}

std::optional<std::vector<Said>> values_from(const Json& list);

bool has_all_values(const SentencePattern& pattern, const std::vector<Said>& values) {
  return pattern.id == kListed || values.size() >= values_needed(pattern.english);
}

std::optional<Said> sentence_from(const Json& value) {
  const auto* pattern = find_sentence(value.value("id", std::string()));
  auto values = values_from(value.value("values", Json::array()));
  if (pattern == nullptr || !values || !has_all_values(*pattern, *values)) return std::nullopt;
  return Said{.id = pattern->id, .is_claimed = value.value("claimed", false), .values = std::move(*values)};
}

std::optional<Said> said_from(const Json& value) {
  if (value.is_string()) return Said{.text = value.get<std::string>()};
  if (!value.is_object()) return std::nullopt;
  if (value.contains("day")) return Said{.text = value.value("day", std::string()), .is_day = true};
  return sentence_from(value);
}

std::optional<std::vector<Said>> values_from(const Json& list) {
  std::vector<Said> all;
  for (const auto& value : list) {
    auto said = said_from(value);
    if (!said) return std::nullopt;
    all.push_back(std::move(*said));
  }
  return all;
}

}  // namespace

Json said_json(const std::vector<Said>& said) { return values_json(said); }

std::vector<Said> stored_said(const Json& list) {
  return list.is_array() ? values_from(list).value_or(std::vector<Said>()) : std::vector<Said>();
}

}  // namespace certreg::codec
