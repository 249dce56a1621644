#include "api/router.h"

namespace certreg::api {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash, path.size()));
  }
  return parts;
}

bool is_parameter(std::string_view part) { return part.starts_with('{'); }

bool matches(const std::vector<std::string_view>& pattern, const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (is_parameter(pattern[i]) ? segments[i].empty() : pattern[i] != segments[i]) return false;
  return true;
}

std::string_view name_of(http::Method method) {
  switch (method) {
    case http::Method::Get:
      return "GET, HEAD";
    case http::Method::Post:
      return "POST";
    case http::Method::Put:
      return "PUT";
    case http::Method::Patch:
      return "PATCH";
    case http::Method::Delete:
      return "DELETE";
    case http::Method::Head:
    case http::Method::Options:
    case http::Method::Other:
      break;
  }
  return {};
}

}  // namespace

Router::Router(std::span<const Route> routes) : routes_(routes) {
  for (const auto& route : routes_) patterns_.push_back(segments_of(route.path));
}

Match Router::match(http::Method method, const std::vector<std::string>& segments) const {
  if (method == http::Method::Head) method = http::Method::Get;
  Match found;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!matches(patterns_[i], segments)) continue;
    found.allow += std::string(name_of(routes_[i].method)) + ", ";
    if (routes_[i].method != method || found.route != nullptr) continue;  // words stand before parameters
    found.route = &routes_[i];
    for (std::size_t part = 0; part < segments.size(); ++part)
      if (is_parameter(patterns_[i][part])) found.parameters.push_back(segments[part]);
  }
  if (!found.allow.empty()) found.allow += "OPTIONS";
  return found;
}

}  // namespace certreg::api
