// What a handler works with.
#pragma once

#include <array>
#include <string>

#include "certreg/api/api.h"
#include "certreg/http/request.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"

namespace certreg::api {

class AnswerMemo;
class Metrics;

// Of the path, in order; views of the request's segments.
class PathParameters {
 public:
  void add(const std::string& value) { values_.at(count_++) = &value; }
  const std::string& front() const { return *values_[0]; }
  const std::string& operator[](std::size_t at) const { return *values_[at]; }
  std::size_t size() const { return count_; }

 private:
  std::array<const std::string*, 2> values_{};  // no path has more
  std::size_t count_ = 0;
};

struct Context {
  const http::Request& request;
  const PathParameters& parameters;
  const service::Actor& actor;  // nobody's (empty name) on a public route
  service::Services& services;
  const ApiOptions& options;
  const Metrics& metrics;
  AnswerMemo& memo;
};

// A handler answers or throws certreg::Error.
using Handler = http::Response (*)(const Context&);

}  // namespace certreg::api
