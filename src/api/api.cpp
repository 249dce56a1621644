#include "certreg/api/api.h"

#include "api/access.h"
#include "api/idempotency.h"
#include "api/log.h"
#include "api/metrics.h"
#include "api/problem.h"
#include "api/rate_limit.h"
#include "api/router.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"

namespace certreg::api {
namespace {

using Steady = std::chrono::steady_clock;

bool brings_body(const http::Request& head) {
  return head.header("Content-Length") != nullptr || head.header("Transfer-Encoding") != nullptr;
}

bool asks_the_past(const http::Request& request) {
  for (const auto& [name, value] : request.query)
    if (name == "known_at") return true;
  return false;
}

http::Plan::Where place_of(const Route& route, const http::Request& request) {
  const bool memory =
      route.where == Where::Memory || (route.where == Where::MemoryUnlessPast && !asks_the_past(request));
  return memory ? http::Plan::Where::IoThread : http::Plan::Where::Pool;
}

}  // namespace

struct Api::State {
  State(service::Services& given_services, ApiOptions given_options)
      : services(given_services),
        options(std::move(given_options)),
        router(routes()),
        metrics(routes().size()),
        rates(options.requests_per_second) {}

  http::Response handle(const http::Request& request);
  http::Response without_route(const http::Request& request, const Match& match);
  http::Response with_route(const http::Request& request, const Match& match);
  http::Response with_key(const http::Request& request, const Match& match);
  http::Response called(const http::Request& request, const Match& match, const service::Actor& actor);
  http::Response failed(const std::exception_ptr& failure, std::string_view operation) const;
  void log(const std::string& line) const {
    if (options.log) options.log(line);
  }

  service::Services& services;
  ApiOptions options;
  Router router;
  Metrics metrics;
  RateLimit rates;
};

http::Response Api::State::failed(const std::exception_ptr& failure, std::string_view operation) const {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    const auto problem = make_problem(error);
    if (!error.internal.empty()) log(failure_line(problem, operation, error.internal));
    return answer(problem);
  } catch (...) {
    const auto problem = make_problem(ProblemKind::Internal, "It was noted under the request id");
    log(failure_line(problem, operation, text_of(failure)));
    return answer(problem);
  }
}

http::Response Api::State::called(const http::Request& request, const Match& match,
                                  const service::Actor& actor) {
  auto response = answer_once(*match.route, {request, match.parameters, actor, services, options, metrics});
  if (match.route->role && match.route->where != Where::Database) {
    const auto state = services.feed.state();
    const auto age = std::chrono::floor<std::chrono::seconds>(services.clock.now() - state.caught_up_at);
    response.headers.push_back({"Certreg-Version", state.position});
    response.headers.push_back({"Certreg-Catalogue-Age", std::to_string(std::max<long>(0, age.count()))});
  }
  return response;
}

http::Response Api::State::with_key(const http::Request& request, const Match& match) {
  if (!match.route->role) return called(request, match, {});
  const auto actor = authorised(request, services, *match.route->role);
  const auto rate = rates.take(actor.name, Steady::now());
  auto response = rate.allowed ? called(request, match, actor)
                               : problem(ProblemKind::TooManyRequests, "The key asks faster than it may");
  if (!rate.allowed) response.headers.push_back({"Retry-After", std::to_string(rate.seconds_to_wait)});
  if (rates.is_limited()) {
    response.headers.push_back(
        {"RateLimit-Policy", "\"default\";q=" + std::to_string(rates.per_second()) + ";w=1"});
    response.headers.push_back({"RateLimit", "\"default\";r=" + std::to_string(rate.remaining) +
                                                 ";t=" + std::to_string(std::max(1L, rate.seconds_to_wait))});
  }
  return response;
}

http::Response Api::State::with_route(const http::Request& request, const Match& match) {
  const auto start = Steady::now();
  http::Response response;
  try {
    response = with_key(request, match);
  } catch (...) {
    response = failed(std::current_exception(), match.route->operation);
  }
  metrics.count(router.index(*match.route), response.status, Steady::now() - start);
  return response;
}

http::Response Api::State::without_route(const http::Request& request, const Match& match) {
  if (request.method == http::Method::Options && !match.allow.empty())
    return {204, {}, {{"Allow", match.allow}}, {}, {}, {}};
  if (!match.allow.empty()) {
    auto refused = problem(ProblemKind::MethodNotAllowed, "Allowed here: " + match.allow);
    refused.headers.push_back({"Allow", match.allow});
    return refused;
  }
  try {
    if (options.pages)
      if (auto page = options.pages(request)) return *std::move(page);
  } catch (...) {
    return failed(std::current_exception(), "page");
  }
  return problem(ProblemKind::NotFound, "Nothing is at this address; the API is described at /docs");
}

http::Response Api::State::handle(const http::Request& request) {
  const auto match = router.match(request.method, request.segments);
  auto response = match.route != nullptr ? with_route(request, match) : without_route(request, match);
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  return response;
}

Api::Api(service::Services& services, ApiOptions options)
    : state_(std::make_shared<State>(services, std::move(options))) {}

http::Plan Api::plan(const http::Request& head) const {
  const auto match = state_->router.match(head.method, head.segments);
  http::Plan plan;
  if (match.route == nullptr) {
    plan.where =
        state_->options.pages && match.allow.empty() ? http::Plan::Where::Pool : http::Plan::Where::IoThread;
    return plan;
  }
  plan.where = place_of(*match.route, head);
  plan.body_limit = match.route->body_limit;
  if (!match.route->role || !brings_body(head)) return plan;
  try {
    authorised(head, state_->services, *match.route->role);
  } catch (...) {
    plan.refusal = state_->failed(std::current_exception(), match.route->operation);
  }
  return plan;
}

http::Response Api::handle(const http::Request& request) const { return state_->handle(request); }

http::Application Api::application() const {
  http::Application application;
  const auto self = *this;
  application.plan = [self](const http::Request& head) { return self.plan(head); };
  application.handle = [self](const http::Request& request) { return self.handle(request); };
  application.problem = problem_with_status;
  if (state_->options.log)
    application.log = [self](const http::AccessLine& line) { self.state_->log(access_line(line)); };
  application.failed = [self](const http::Request& request, const std::exception_ptr& failure) {
    const auto problem = make_problem(ProblemKind::Internal, "");
    self.state_->log(failure_line(problem, request.path, text_of(failure)));
  };
  return application;
}

http::Application make_application(service::Services& services, ApiOptions options) {
  return Api(services, std::move(options)).application();
}

}  // namespace certreg::api
