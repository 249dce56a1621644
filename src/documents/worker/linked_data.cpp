// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/linked_data.h"

#include <nlohmann/json.hpp>

namespace certreg::worker {
namespace {

using nlohmann::json;
using reading::LinkedObject;

constexpr int kDeepest = 32;
constexpr std::size_t kMaxObjects = 1000;

// Counted before parsing: copies of deeply nested values overflow the stack.
bool is_too_deep(const std::string& body) {
  int depth = 0;
  for (char letter : body) {
    if (letter == '{' || letter == '[') ++depth;
    if (letter == '}' || letter == ']') --depth;
    if (depth > kDeepest) return true;
  }
  return false;
}

const json& first_of(const json& value) {
  return value.is_array() && !value.empty() ? first_of(value.front()) : value;
}

std::string scalar(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

void flatten(const json& object, const std::string& prefix, std::map<std::string, std::string>& members) {
  for (const auto& [key, value] : object.items()) {
    const json& first = first_of(value);
    if (first.is_object()) flatten(first, prefix + key + ".", members);
    std::string text = scalar(first);
    if (!text.empty()) members.emplace(prefix + key, std::move(text));
  }
}

std::string member(const json& object, const char* key) {
  auto found = object.find(key);
  return found == object.end() ? std::string() : scalar(first_of(*found));
}

void collect(const json& value, const std::string& parent_name, std::vector<LinkedObject>& objects) {
  if (objects.size() >= kMaxObjects) return;
  if (value.is_array())
    for (const json& item : value) collect(item, parent_name, objects);
  if (!value.is_object()) return;
  LinkedObject object{member(value, "@type"), {}};
  if (!object.type.empty()) {
    flatten(value, "", object.members);
    if (!parent_name.empty()) object.members["@parent.name"] = parent_name;
    objects.push_back(std::move(object));
  }
  std::string own_name = member(value, "name");
  for (const json& item : value) collect(item, own_name.empty() ? parent_name : own_name, objects);
}

}  // namespace

std::vector<LinkedObject> linked_objects(const std::string& body) {
  std::vector<LinkedObject> objects;
  if (is_too_deep(body)) return objects;
  json value = json::parse(body, nullptr, false);
  if (!value.is_discarded()) collect(value, "", objects);
  return objects;
}

}  // namespace certreg::worker
