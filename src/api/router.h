// Finds the route of a request.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "api/routes.h"

namespace certreg::api {

struct Match {
  const Route* route = nullptr;
  std::vector<std::string> parameters;
  std::string allow;  // methods of the path, as the header Allow has them; empty: no such path
};

class Router {
 public:
  explicit Router(std::span<const Route> routes);

  // HEAD finds the route of GET. An empty segment matches no parameter.
  Match match(http::Method method, const std::vector<std::string>& segments) const;

  std::size_t index(const Route& route) const { return static_cast<std::size_t>(&route - routes_.data()); }

 private:
  std::span<const Route> routes_;
  std::vector<std::vector<std::string_view>> patterns_;  // beside routes_
};

}  // namespace certreg::api
