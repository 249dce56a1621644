// Lines for the log: one JSON object each.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "api/problem.h"
#include "certreg/domain/date.h"
#include "certreg/http/application.h"

namespace certreg::api {

void write_access_line(std::string& out, const http::AccessLine& line, Instant now);  // appends

// What the client was not told, under the request id that it was.
std::string failure_line(const Problem& problem, std::string_view operation, std::string_view internal,
                         Instant now);

std::string text_of(const std::exception_ptr& failure);

}  // namespace certreg::api
