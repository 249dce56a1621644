#include "service/yaml_json.h"

#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>

namespace certreg::service {
namespace {

using codec::Json;

Json scalar(const YAML::Node& node) {
  const bool is_quoted = node.Tag() == "!";
  if (!is_quoted) {
    if (node.Scalar() == "true" || node.Scalar() == "false") return node.Scalar() == "true";
    long number = 0;
    if (YAML::convert<long>::decode(node, number)) return number;
  }
  return node.Scalar();
}

Json value(const YAML::Node& node) {
  if (node.IsNull()) return nullptr;
  if (node.IsScalar()) return scalar(node);
  if (node.IsSequence()) {
    Json all = Json::array();
    for (const auto& item : node) all.push_back(value(item));
    return all;
  }
  Json all = Json::object();
  for (const auto& member : node) all[member.first.Scalar()] = value(member.second);
  return all;
}

}  // namespace

codec::Json json_of_yaml(const std::string& text) { return value(YAML::Load(text)); }

}  // namespace certreg::service
