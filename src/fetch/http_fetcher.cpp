#include "certreg/fetch/http_fetcher.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "certreg/domain/error.h"
#include "fetch/exchange.h"
#include "fetch/target.h"

namespace certreg::fetch {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<Network> parse_networks(const std::vector<std::string>& texts) {
  std::vector<Network> networks;
  for (const auto& text : texts) {
    const auto network = Network::parse(text);
    if (!network)
      throw invalid("allowed_networks", fmt::format("\"{}\" is not a network such as 10.1.0.0/16", text));
    networks.push_back(*network);
  }
  return networks;
}

// A line break in a value would let it add headers of its own.
bool is_header_value(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
}

Question question_of(const FetchRequest& request) {
  Question question{.header_lines = {}, .first_bytes = request.first_bytes};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) question.header_lines.push_back(name + (": " + value));
  };
  add("Accept", request.accept);
  add("If-None-Match", request.if_none_match);
  add("If-Modified-Since", request.if_modified_since);
  return question;
}

bool is_redirect(const Exchange& exchange) {
  constexpr int kRedirects[] = {301, 302, 303, 307, 308};
  return !exchange.location.empty() &&
         std::find(std::begin(kRedirects), std::end(kRedirects), exchange.status) != std::end(kRedirects);
}

FetchOutcome outcome_of_status(int status, const FetchRequest& request) {
  const bool conditional = !request.if_none_match.empty() || !request.if_modified_since.empty();
  if (status == 200 || status == 203) return FetchOutcome::Fetched;
  if (status == 304 && conditional) return FetchOutcome::NotModified;
  if (status == 404 || status == 410) return FetchOutcome::NotFound;
  return FetchOutcome::Failed;
}

FetchOutcome outcome_of(const Exchange& exchange, const FetchRequest& request) {
  switch (exchange.end) {
    case ExchangeEnd::Answered:
      return outcome_of_status(exchange.status, request);
    case ExchangeEnd::AddressRefused:
    case ExchangeEnd::TooLarge:
    case ExchangeEnd::TooManyHeaders:
      return FetchOutcome::Refused;
    case ExchangeEnd::Broken:
      return FetchOutcome::Failed;
  }
  return FetchOutcome::Failed;
}

FetchResult refused(FetchResult result, std::string detail) {
  result.outcome = FetchOutcome::Refused;
  result.detail = std::move(detail);
  return result;
}

FetchResult finished(FetchResult result, Exchange exchange, const FetchRequest& request) {
  result.outcome = outcome_of(exchange, request);
  result.detail = std::move(exchange.detail);
  if (exchange.end == ExchangeEnd::Answered && result.outcome != FetchOutcome::Fetched)
    result.detail = fmt::format("the source answered with status {}", exchange.status);
  result.content_type = std::move(exchange.content_type);
  result.etag = std::move(exchange.etag);
  result.last_modified = std::move(exchange.last_modified);
  result.retry_after = std::move(exchange.retry_after);
  if (result.outcome == FetchOutcome::Fetched) result.body = std::move(exchange.body);
  return result;
}

FetchResult reported(FetchResult result, const Target& next) {
  result.detail = "the source sends elsewhere";
  result.redirect_to = next.address;
  return result;
}

std::chrono::milliseconds time_until(Clock::time_point deadline) {
  return std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
}

}  // namespace

std::string_view to_string(FetchOutcome outcome) {
  switch (outcome) {
    case FetchOutcome::Fetched:
      return "fetched";
    case FetchOutcome::NotModified:
      return "not_modified";
    case FetchOutcome::NotFound:
      return "not_found";
    case FetchOutcome::Blocked:
      return "blocked";
    case FetchOutcome::Refused:
      return "refused";
    case FetchOutcome::Failed:
      return "failed";
  }
  return "";
}

HttpFetcher::HttpFetcher(HttpFetcherOptions options)
    : options_(std::move(options)), allowed_networks_(parse_networks(options_.allowed_networks)) {
  static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (global != CURLE_OK)
    throw Error(ErrorKind::Unavailable, "the HTTP client cannot start", curl_easy_strerror(global));
}

FetchResult HttpFetcher::fetch(const FetchRequest& request) {
  FetchResult result;
  for (const auto* value : {&request.accept, &request.if_none_match, &request.if_modified_since})
    if (!is_header_value(*value))
      return refused(std::move(result), "a header of the request holds a line break");
  const Setting setting{options_, allowed_networks_, stopping_};
  const auto question = question_of(request);
  const auto deadline = Clock::now() + options_.total_time;
  auto judged = judge_target(request.address, options_.further_ports);
  for (int redirects = 0; redirects <= options_.max_redirects; ++redirects) {
    if (auto* refusal = std::get_if<Refusal>(&judged))
      return refused(std::move(result), std::move(refusal->reason));
    const auto target = std::get<Target>(judged);
    if (redirects > 0 && request.redirects == Redirects::Report) return reported(std::move(result), target);
    const auto time_left = time_until(deadline);
    if (time_left.count() <= 0)
      return finished(std::move(result), {.detail = "the time was used up"}, request);
    auto exchange = ask(target, question, setting, time_left);
    if (exchange.status != 0) {
      result.http_status = exchange.status;
      result.final_address = target.address;
    }
    if (!is_redirect(exchange)) return finished(std::move(result), std::move(exchange), request);
    judged = judge_redirect(target, exchange.location, options_.further_ports);
  }
  return refused(std::move(result), "too many redirects");
}

}  // namespace certreg::fetch
