#include "certreg/api/api.h"

#include <algorithm>
#include <charconv>

#include "api/access.h"
#include "api/answer_memo.h"
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

constexpr std::string_view kMinVersion = "min_version";
constexpr std::chrono::seconds kVersionWait{2};

bool is_min_version(const std::pair<std::string, std::string>& parameter) {
  return parameter.first == kMinVersion;
}

bool waits_for_version(const http::Request& request) {
  return std::ranges::any_of(request.query, is_min_version);
}

// The catalogue is to know at least that much; the handlers know nothing of it.
http::Request without_min_version(const http::Request& request, service::CatalogueFeed& feed) {
  auto rest = request;
  std::erase_if(rest.query, is_min_version);
  if (request.query.size() - rest.query.size() > 1)
    throw invalid(std::string(kMinVersion), "may be given once only");
  const auto& text = std::ranges::find_if(request.query, is_min_version)->second;
  std::uint64_t version = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc() || end != text.data() + text.size())
    throw invalid(std::string(kMinVersion), "must be a Certreg-Version, a whole number");
  if (!feed.wait_for(version, kVersionWait))
    throw Error(ErrorKind::Unavailable, "This instance knows everything up to version " +
                                            feed.state().position + " and not yet up to " + text);
  return rest;
}

bool asks_the_past(const http::Request& request) {
  for (const auto& [name, value] : request.query)
    if (name == "known_at") return true;
  return false;
}

// Of the last answer that this thread asked for.
std::string_view rate_text(const RateLimit::Answer& rate) {
  thread_local std::string text;
  text.assign("\"default\";r=").append(std::to_string(rate.remaining));
  text.append(";t=").append(std::to_string(std::max(1L, rate.seconds_to_wait)));
  return text;
}

http::Plan::Where place_of(const Route& route, const http::Request& request) {
  if (waits_for_version(request)) return http::Plan::Where::Pool;
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
        rates(options.requests_per_second),
        rate_policy("\"default\";q=" + std::to_string(rates.per_second()) + ";w=1") {}

  http::Response handle(const http::Request& request);
  http::Response without_route(const http::Request& request);
  http::Response with_route(const http::Request& request, const Route& route);
  http::Response with_key(const http::Request& request, const Route& route, Steady::time_point start);
  http::Response called(const http::Request& request, const Route& route, const service::Actor& actor,
                        Instant now);
  http::Response failed(const std::exception_ptr& failure, std::string_view operation) const;
  void log(const std::string& line) const {
    if (options.log) options.log(line);
  }

  service::Services& services;
  ApiOptions options;
  Router router;
  Metrics metrics;
  RateLimit rates;
  const std::string rate_policy;
  AnswerMemo memo;
};

http::Response Api::State::failed(const std::exception_ptr& failure, std::string_view operation) const {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    const auto problem = make_problem(error);
    if (!error.internal.empty()) log(failure_line(problem, operation, error.internal, services.clock.now()));
    return answer(problem);
  } catch (...) {
    const auto problem = make_problem(ProblemKind::Internal, "It was noted under the request id");
    log(failure_line(problem, operation, text_of(failure), services.clock.now()));
    return answer(problem);
  }
}

http::Response Api::State::called(const http::Request& request, const Route& route,
                                  const service::Actor& actor, Instant now) {
  const bool from_memory = route.role && route.where != Where::Database;
  if (from_memory && waits_for_version(request))
    return called(without_min_version(request, services.feed), route, actor, now);
  const auto parameters = Router::parameters(route, request.segments);
  auto response = answer_once(route, {request, parameters, actor, services, options, metrics, memo});
  const auto state = services.feed.state();
  if (route.role && !from_memory && route.method != http::Method::Get)
    response.lines.add("Certreg-Version", state.latest);
  if (from_memory) {
    const auto age = std::chrono::floor<std::chrono::seconds>(now - state.caught_up_at);
    response.lines.add("Certreg-Version", state.position);
    response.lines.add("Certreg-Catalogue-Age", std::to_string(std::max<long>(0, age.count())));
  }
  return response;
}

http::Response Api::State::with_key(const http::Request& request, const Route& route,
                                    Steady::time_point start) {
  const auto now = services.clock.now();
  if (!route.role) return called(request, route, {}, now);
  const auto actor = authorised(request, services, *route.role, now);
  const auto rate = rates.take(actor.name, start);
  auto response = rate.allowed ? called(request, route, actor, now)
                               : problem(ProblemKind::TooManyRequests, "The key asks faster than it may");
  if (!rate.allowed) response.headers.push_back({"Retry-After", std::to_string(rate.seconds_to_wait)});
  if (rates.is_limited()) {
    response.lines.add("RateLimit-Policy", rate_policy);
    response.lines.add("RateLimit", rate_text(rate));
  }
  return response;
}

http::Response Api::State::with_route(const http::Request& request, const Route& route) {
  const auto start = Steady::now();
  http::Response response;
  try {
    response = with_key(request, route, start);
  } catch (...) {
    response = failed(std::current_exception(), route.operation);
  }
  metrics.count(router.index(route), response.status, Steady::now() - start);
  return response;
}

http::Response Api::State::without_route(const http::Request& request) {
  const auto allowed = router.allowed(request.segments);
  if (request.method == http::Method::Options && !allowed.empty())
    return {204, {}, {{"Allow", allowed}}, {}, {}, {}};
  if (!allowed.empty()) {
    auto refused = problem(ProblemKind::MethodNotAllowed, "Allowed here: " + allowed);
    refused.headers.push_back({"Allow", allowed});
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
  const auto* route = router.find(request.method, request.segments);
  auto response = route != nullptr ? with_route(request, *route) : without_route(request);
  response.lines.add("X-Content-Type-Options", "nosniff");
  return response;
}

Api::Api(service::Services& services, ApiOptions options)
    : state_(std::make_shared<State>(services, std::move(options))) {}

http::Plan Api::plan(const http::Request& head) const {
  const auto* route = state_->router.find(head.method, head.segments);
  http::Plan plan;
  if (route == nullptr) {
    const bool may_be_page = state_->options.pages && state_->router.allowed(head.segments).empty();
    if (may_be_page && state_->options.page_plan) return state_->options.page_plan(head);
    plan.where = may_be_page ? http::Plan::Where::Pool : http::Plan::Where::IoThread;
    return plan;
  }
  plan.where = place_of(*route, head);
  plan.body_limit = route->body_limit;
  plan.body_on_disk = route->body == Body::OnDisk;
  if (!route->role || !brings_body(head)) return plan;
  try {
    authorised(head, state_->services, *route->role, state_->services.clock.now());
  } catch (...) {
    plan.refusal = state_->failed(std::current_exception(), route->operation);
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
  if (state_->options.log_request) {
    application.log = [self](const http::AccessLine& line) {
      thread_local std::string text;
      text.clear();
      write_access_line(text, line, self.state_->services.clock.now());
      self.state_->options.log_request(text);
    };
  }
  application.failed = [self](const http::Request& request, const std::exception_ptr& failure) {
    const auto problem = make_problem(ProblemKind::Internal, "");
    self.state_->log(
        failure_line(problem, request.path, text_of(failure), self.state_->services.clock.now()));
  };
  return application;
}

http::Application make_application(service::Services& services, ApiOptions options) {
  return Api(services, std::move(options)).application();
}

}  // namespace certreg::api
