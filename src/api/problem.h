// Failures as problem documents (RFC 9457). The only place that knows which HTTP status a failure has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/codec/json.h"
#include "certreg/domain/error.h"
#include "certreg/http/response.h"

namespace certreg::api {

// Failures that HTTP itself knows; the rest are certreg::ErrorKind.
enum class ProblemKind {
  Invalid,
  NotFound,
  Conflict,
  Unauthorized,
  Forbidden,
  TooLarge,
  Busy,
  Unavailable,
  MethodNotAllowed,
  PreconditionFailed,
  PreconditionRequired,
  KeyReused,  // an Idempotency-Key with another request than the first one
  TooManyRequests,
  Internal,
};

// Members, all of them always written: type, title, status, detail, errors [{field, rule}], request_id. The
// request id is new for each problem; log_internal() writes it beside what the client is not told.
struct Problem {
  ProblemKind kind = ProblemKind::Internal;
  std::string detail;
  std::vector<FieldProblem> fields;
  std::string request_id;
};

Problem make_problem(ProblemKind kind, std::string detail, std::vector<FieldProblem> fields = {});
Problem make_problem(const Error& error);
codec::Json document_of(const Problem& problem);
http::Response answer(const Problem& problem);

// make_problem and answer in one.
http::Response problem(ProblemKind kind, std::string detail, std::vector<FieldProblem> fields = {});

// The gate's own refusals, whose statuses it has decided.
http::Response problem_with_status(int status, std::string_view detail);

}  // namespace certreg::api
