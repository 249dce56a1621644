// Lines for the log: one JSON object each.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "api/problem.h"
#include "certreg/http/application.h"

namespace certreg::api {

std::string access_line(const http::AccessLine& line);

// What the client was not told, under the request id that it was.
std::string failure_line(const Problem& problem, std::string_view operation, std::string_view internal);

std::string text_of(const std::exception_ptr& failure);

}  // namespace certreg::api
