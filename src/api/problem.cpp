#include "api/problem.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "certreg/crypto/random.h"

namespace certreg::api {
namespace {

struct Shape {
  int status;
  std::string_view slug, title;
};

Shape shape_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::Invalid:
      return {400, "invalid", "The request breaks a rule"};
    case ProblemKind::NotFound:
      return {404, "not_found", "There is no such thing"};
    case ProblemKind::Conflict:
      return {409, "conflict", "It exists already or was changed meanwhile"};
    case ProblemKind::Unauthorized:
      return {401, "unauthorized", "A valid API key is needed"};
    case ProblemKind::Forbidden:
      return {403, "forbidden", "The key's role does not allow this"};
    case ProblemKind::TooLarge:
      return {413, "too_large", "The request is too large"};
    case ProblemKind::Busy:
      return {503, "busy", "Too much is going on; try again later"};
    case ProblemKind::Unavailable:
      return {503, "unavailable", "A part that this needs is away"};
    case ProblemKind::MethodNotAllowed:
      return {405, "method_not_allowed", "Not with this method"};
    case ProblemKind::PreconditionFailed:
      return {412, "precondition_failed", "It was changed meanwhile"};
    case ProblemKind::PreconditionRequired:
      return {428, "precondition_required", "If-Match is needed"};
    case ProblemKind::KeyReused:
      return {422, "idempotency_key_reused", "The key belongs to another request"};
    case ProblemKind::TooManyRequests:
      return {429, "too_many_requests", "The key's rate is used up"};
    case ProblemKind::Internal:
      return {500, "internal", "Something went wrong here"};
  }
  return {500, "internal", "Something went wrong here"};
}

ProblemKind kind_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Invalid:
      return ProblemKind::Invalid;
    case ErrorKind::NotFound:
      return ProblemKind::NotFound;
    case ErrorKind::Conflict:
      return ProblemKind::Conflict;
    case ErrorKind::Unauthorized:
      return ProblemKind::Unauthorized;
    case ErrorKind::Forbidden:
      return ProblemKind::Forbidden;
    case ErrorKind::TooLarge:
      return ProblemKind::TooLarge;
    case ErrorKind::Busy:
      return ProblemKind::Busy;
    case ErrorKind::Unavailable:
      return ProblemKind::Unavailable;
  }
  return ProblemKind::Internal;
}

// The gate refuses for reasons that belong to the protocol; they share one type a status.
Shape shape_of_status(int status) {
  switch (status) {
    case 400:
      return {400, "bad_request", "Not an HTTP request that can be answered"};
    case 408:
      return {408, "request_timeout", "The request came too slowly"};
    case 413:
      return shape_of(ProblemKind::TooLarge);
    case 414:
      return {414, "target_too_long", "The address is too long"};
    case 417:
      return {417, "expectation_failed", "The expectation cannot be met"};
    case 431:
      return {431, "head_too_large", "The header fields are too large"};
    case 501:
      return {501, "not_implemented", "Not known to this server"};
    case 503:
      return shape_of(ProblemKind::Busy);
    case 505:
      return {505, "version_not_supported", "Only HTTP/1.0 and HTTP/1.1 are spoken"};
    default:
      return {status, status >= 500 ? "internal" : "bad_request", "The request was refused"};
  }
}

std::string new_request_id() {
  return crypto::new_uuid_v7(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

codec::Json document(const Shape& shape, const Problem& problem) {
  codec::Json errors = codec::Json::array();
  for (const auto& field : problem.fields) errors.push_back({{"field", field.field}, {"rule", field.rule}});
  return {{"type", "urn:certreg:problem:" + std::string(shape.slug)},
          {"title", shape.title},
          {"status", shape.status},
          {"detail", problem.detail},
          {"errors", std::move(errors)},
          {"request_id", problem.request_id}};
}

http::Response written(const Shape& shape, const Problem& problem) {
  http::Response response;
  response.status = shape.status;
  response.content_type = "application/problem+json";
  response.body = codec::dump(document(shape, problem));
  if (shape.status == 401) response.headers.push_back({"WWW-Authenticate", "Bearer realm=\"certreg\""});
  if (shape.status == 503) response.headers.push_back({"Retry-After", "2"});
  return response;
}

}  // namespace

Problem make_problem(ProblemKind kind, std::string detail, std::vector<FieldProblem> fields) {
  return {kind, std::move(detail), std::move(fields), new_request_id()};
}

Problem make_problem(const Error& error) {
  return make_problem(kind_of(error.kind), error.what(), error.fields);
}

codec::Json document_of(const Problem& problem) { return document(shape_of(problem.kind), problem); }

http::Response answer(const Problem& problem) { return written(shape_of(problem.kind), problem); }

http::Response problem(ProblemKind kind, std::string detail, std::vector<FieldProblem> fields) {
  return answer(make_problem(kind, std::move(detail), std::move(fields)));
}

http::Response problem_with_status(int status, std::string_view detail) {
  Problem refused{ProblemKind::Internal, std::string(detail), {}, new_request_id()};
  return written(shape_of_status(status), refused);
}

}  // namespace certreg::api
