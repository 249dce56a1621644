#include "certreg/fetch/polite_fetcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "fetch/host_queue.h"
#include "fetch/retry.h"
#include "fetch/robots_shelf.h"
#include "fetch/target.h"

namespace certreg::fetch {
namespace {

using std::chrono::milliseconds;

FetchResult ended(FetchOutcome outcome, std::string detail) {
  FetchResult result{.outcome = outcome, .tries = 0};
  result.detail = std::move(detail);
  return result;
}

FetchResult stopped() { return ended(FetchOutcome::Failed, "the fetch was stopped"); }

// Where the way ended, for one that was not asked at its last stop.
FetchResult after(const FetchResult& last, FetchResult result) {
  if (result.http_status != 0) return result;
  result.http_status = last.http_status;
  result.final_address = last.final_address;
  return result;
}

}  // namespace

PoliteFetcher::PoliteFetcher(Fetcher& inner, Pace& pace, Politeness politeness)
    : inner_(inner),
      pace_(pace),
      politeness_(std::move(politeness)),
      hosts_(std::make_unique<HostQueue>(pace)),
      robots_(std::make_unique<RobotsShelf>(pace)) {}

PoliteFetcher::~PoliteFetcher() = default;

void PoliteFetcher::stop() {
  pace_.stop();
  hosts_->stop();
}

FetchResult PoliteFetcher::fetch(const FetchRequest& request) {
  const auto deadline = pace_.now() + politeness_.total_time;
  auto hop = request;
  hop.redirects = Redirects::Report;
  auto judged = judge_address(request.address);
  FetchResult last;
  for (int redirects = 0; redirects <= politeness_.max_redirects; ++redirects) {
    if (auto* refusal = std::get_if<Refusal>(&judged))
      return after(last, ended(FetchOutcome::Refused, std::move(refusal->reason)));
    if (redirects > 0 && pace_.now() > deadline)
      return after(last, ended(FetchOutcome::Failed, "the time was used up"));
    auto result = fetch_hop(hop, std::get<Target>(judged), deadline);
    if (result.redirect_to.empty() || request.redirects == Redirects::Report)
      return after(last, std::move(result));
    hop.address = result.redirect_to;
    judged = judge_address(hop.address);
    last = std::move(result);
  }
  return after(last, ended(FetchOutcome::Refused, "too many redirects"));
}

FetchResult PoliteFetcher::fetch_hop(const FetchRequest& request, const Target& target, Pace::Time deadline) {
  const auto robots = robots_->find(target.origin, [&] {
    FetchRequest question{.address = target.origin + "/robots.txt", .first_bytes = Robots::kMostBytes + 1};
    return robots_answer(ask(question, target, pace_.now() + politeness_.total_time), politeness_.product);
  });
  if (!robots->rules) return robots->failure;
  if (!robots->rules->allows(target.path))
    return ended(FetchOutcome::Blocked,
                 fmt::format("{}/robots.txt asks {} not to fetch this", target.origin, politeness_.product));
  auto paced = request;
  paced.min_delay = std::max(request.min_delay, robots->rules->crawl_delay());
  return ask(paced, target, deadline);
}

FetchResult PoliteFetcher::ask(const FetchRequest& request, const Target& target, Pace::Time deadline) {
  for (int tries = 1;; ++tries) {
    auto turn = hosts_->take_turn(target.host, std::max(politeness_.min_delay, request.min_delay));
    if (!turn) return stopped();
    auto result = inner_.fetch(request);
    result.tries = tries;
    const auto time_left = std::chrono::floor<milliseconds>(deadline - pace_.now());
    auto retry = next_try(result, politeness_, {pace_.calendar(), time_left, pace_.chance()});
    if (!retry.reason.empty()) result.detail += "; " + retry.reason;
    if (!retry.wait) return result;
    turn->hold_off(*retry.wait);
  }
}

}  // namespace certreg::fetch
