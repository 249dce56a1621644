#include <fmt/format.h>

#include <algorithm>

#include "certreg/fetch/http_fetcher.h"
#include "fetch/exchange.h"
#include "fetch/retry.h"
#include "fetch/target.h"

namespace certreg::fetch {
namespace {

bool is_loopback(const std::string& host) {
  static const auto v4 = Network::parse("127.0.0.0/8"), v6 = Network::parse("::1/128");
  const bool in_brackets = host.size() > 2 && host.front() == '[';
  const auto address = IpAddress::parse(in_brackets ? host.substr(1, host.size() - 2) : host);
  return host == "localhost" || (address && (v4->contains(*address) || v6->contains(*address)));
}

std::string problem_of(const std::variant<Target, Refusal>& judged) {
  if (const auto* refusal = std::get_if<Refusal>(&judged)) return refusal->reason;
  const auto& target = std::get<Target>(judged);
  return target.encrypted || is_loopback(target.host) ? "" : "must be an https address";
}

// A line break would add headers, or end them.
bool is_header_text(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

Question question_of(const PostRequest& request) {
  Question question{.header_lines = {"Content-Type: " + request.content_type}};
  for (const auto& [name, value] : request.headers)
    question.header_lines.push_back(fmt::format("{}: {}", name, value));
  // Of an endpoint whose answer is not wanted, no more than the status is.
  question.first_bytes = request.most_answer_bytes > 0 ? request.most_answer_bytes + 1 : 1;
  question.content = &request.body;
  return question;
}

PostResult refused(std::string detail) {
  return {.outcome = PostOutcome::Refused, .detail = std::move(detail)};
}

std::string wanted_body(const PostRequest& request, Exchange& exchange) {
  const bool is_whole =
      exchange.end == ExchangeEnd::Answered && exchange.body.size() <= request.most_answer_bytes;
  return is_whole ? std::move(exchange.body) : std::string();
}

}  // namespace

std::string problem_of_endpoint(const std::string& address) { return problem_of(judge_address(address)); }

PostResult HttpFetcher::post(const PostRequest& request) {
  const auto question = question_of(request);
  if (!std::all_of(question.header_lines.begin(), question.header_lines.end(), is_header_text))
    return refused("a header of the request holds a line break");
  const auto judged = judge_target(request.address, options_.further_ports);
  if (auto problem = problem_of(judged); !problem.empty()) return refused(std::move(problem));
  const Setting setting{options_, allowed_networks_, stopping_};
  auto exchange = ask(std::get<Target>(judged), question, setting, options_.post_time);
  if (exchange.end == ExchangeEnd::AddressRefused) return refused(std::move(exchange.detail));
  if (exchange.end == ExchangeEnd::Broken && stopping_)
    return {.outcome = PostOutcome::Stopped, .detail = std::move(exchange.detail)};
  // Whoever sends a status has made up their mind, whatever becomes of the rest.
  if (exchange.status == 0) return {.outcome = PostOutcome::Failed, .detail = std::move(exchange.detail)};
  return {PostOutcome::Answered,
          exchange.status,
          parse_retry_after(exchange.retry_after, std::chrono::system_clock::now()),
          {},
          wanted_body(request, exchange)};
}

}  // namespace certreg::fetch
