// Finds the route of a request.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/routes.h"

namespace certreg::api {

// A place in the tree of paths, one step a segment.
struct PathStep;
struct PathWord {
  std::string_view text;
  std::unique_ptr<PathStep> step;
};
struct PathStep {
  std::vector<PathWord> words;
  std::unique_ptr<PathStep> parameter;
  std::vector<const Route*> routes;  // that end here, a method each
};

class Router {
 public:
  explicit Router(std::span<const Route> routes);

  // Null when nothing answers that method there. HEAD finds the route of GET. Words stand before parameters,
  // and an empty segment matches no parameter.
  const Route* find(http::Method method, const std::vector<std::string>& segments) const;

  // The methods of the path, as the header Allow has them; empty: no such path.
  std::string allowed(const std::vector<std::string>& segments) const;

  // Those segments that are parameters of the route's path, in order.
  static PathParameters parameters(const Route& route, const std::vector<std::string>& segments);

  std::size_t index(const Route& route) const { return static_cast<std::size_t>(&route - routes_.data()); }

 private:
  std::span<const Route> routes_;
  PathStep root_;
};

}  // namespace certreg::api
