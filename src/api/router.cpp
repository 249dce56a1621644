#include "api/router.h"

#include <algorithm>

namespace certreg::api {
namespace {

// Takes "/part" away.
std::string_view take_part(std::string_view& path) {
  path.remove_prefix(1);
  const auto part = path.substr(0, path.find('/'));
  path.remove_prefix(part.size());
  return part;
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) parts.push_back(take_part(path));
  return parts;
}

bool is_parameter(std::string_view part) { return part.starts_with('{'); }

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

using Segments = std::span<const std::string>;

// Calls `found` with the routes of each place that the segments lead to, words first, until it says true.
template <class Found>
bool visit(const PathStep& step, Segments rest, const Found& found) {
  if (rest.empty()) return found(step.routes);
  const auto word = std::ranges::find(step.words, rest.front(), &PathWord::text);
  if (word != step.words.end() && visit(*word->step, rest.subspan(1), found)) return true;
  return step.parameter && !rest.front().empty() && visit(*step.parameter, rest.subspan(1), found);
}

PathStep& step_for(PathStep& from, std::string_view part) {
  if (is_parameter(part)) {
    if (!from.parameter) from.parameter = std::make_unique<PathStep>();
    return *from.parameter;
  }
  const auto known = std::ranges::find(from.words, part, &PathWord::text);
  if (known != from.words.end()) return *known->step;
  return *from.words.emplace_back(PathWord{part, std::make_unique<PathStep>()}).step;
}

}  // namespace

Router::Router(std::span<const Route> routes) : routes_(routes) {
  for (const auto& route : routes_) {
    auto* step = &root_;
    for (const auto part : segments_of(route.path)) step = &step_for(*step, part);
    step->routes.push_back(&route);
  }
}

const Route* Router::find(http::Method method, const std::vector<std::string>& segments) const {
  if (method == http::Method::Head) method = http::Method::Get;
  const Route* found = nullptr;
  visit(root_, segments, [&](const std::vector<const Route*>& routes) {
    const auto route = std::ranges::find(routes, method, &Route::method);
    if (route == routes.end()) return false;
    found = *route;
    return true;
  });
  return found;
}

std::string Router::allowed(const std::vector<std::string>& segments) const {
  std::string methods;
  visit(root_, segments, [&](const std::vector<const Route*>& routes) {
    for (const auto* route : routes) methods.append(name_of(route->method)).append(", ");
    return false;
  });
  if (!methods.empty()) methods += "OPTIONS";
  return methods;
}

PathParameters Router::parameters(const Route& route, const std::vector<std::string>& segments) {
  PathParameters found;
  auto rest = route.path;
  for (const auto& segment : segments)
    if (is_parameter(take_part(rest))) found.add(segment);
  return found;
}

}  // namespace certreg::api
