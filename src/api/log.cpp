#include "api/log.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"

namespace certreg::api {

using codec::Json;

std::string access_line(const http::AccessLine& line) {
  return codec::dump(Json{{"event", "request"},
                          {"method", std::string(line.method)},
                          {"target", std::string(line.target)},
                          {"peer", std::string(line.peer)},
                          {"status", line.status},
                          {"bytes", line.body_bytes},
                          {"microseconds", line.duration.count()},
                          {"cut", line.cut}});
}

std::string failure_line(const Problem& problem, std::string_view operation, std::string_view internal) {
  return codec::dump(Json{{"event", "failure"},
                          {"operation", std::string(operation)},
                          {"request_id", problem.request_id},
                          {"detail", problem.detail},
                          {"internal", std::string(internal)}});
}

std::string text_of(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    return error.internal.empty() ? error.what() : error.internal;
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "not a standard exception";
  }
}

}  // namespace certreg::api
