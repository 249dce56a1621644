#include "fetch/robots_shelf.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace certreg::fetch {
namespace {

constexpr std::chrono::hours kKeptRules{24};     // RFC 9309, 2.4
constexpr std::chrono::minutes kKeptFailure{5};  // soon enough for a host that is back
constexpr std::size_t kMostSites = 256;          // of half a megabyte each at most

bool is_unavailable(const FetchResult& result) {
  const int status = result.http_status;
  const bool says_not_now = status == 408 || status == 429;
  return result.outcome == FetchOutcome::NotFound || (status >= 400 && status < 500 && !says_not_now);
}

// The inner fetcher would refuse the page for the same reason.
bool is_refused_host(const FetchResult& result) {
  return result.outcome == FetchOutcome::Refused && result.http_status == 0;
}

std::chrono::minutes time_to_keep(const RobotsAnswer& answer) {
  if (answer.rules) return kKeptRules;
  return answer.failure.outcome == FetchOutcome::Refused ? std::chrono::minutes(0) : kKeptFailure;
}

}  // namespace

RobotsAnswer robots_answer(FetchResult result, std::string_view product) {
  if (result.outcome == FetchOutcome::Fetched) return {Robots::parse(result.body, product), {}};
  if (is_unavailable(result)) return {Robots(), {}};
  FetchResult failure{.tries = 0};
  failure.outcome = is_refused_host(result) ? FetchOutcome::Refused : FetchOutcome::Failed;
  failure.detail = is_refused_host(result) ? result.detail : "robots.txt could not be had: " + result.detail;
  failure.retry_after = std::move(result.retry_after);
  return {std::nullopt, std::move(failure)};
}

std::shared_ptr<const RobotsAnswer> RobotsShelf::find(const std::string& origin,
                                                      const std::function<RobotsAnswer()>& fetch) {
  const auto slot = slot_of(origin);
  const std::lock_guard lock(slot->being_fetched);
  if (slot->answer && pace_.now() < slot->good_until) return slot->answer;
  auto fresh = std::make_shared<const RobotsAnswer>(fetch());
  slot->good_until = pace_.now() + time_to_keep(*fresh);
  const bool old_one_serves =
      slot->answer && slot->answer->rules && !fresh->rules && fresh->failure.outcome == FetchOutcome::Failed;
  if (!old_one_serves) slot->answer = std::move(fresh);
  return slot->answer;
}

std::shared_ptr<RobotsShelf::Slot> RobotsShelf::slot_of(const std::string& origin) {
  const std::lock_guard lock(mutex_);
  if (slots_.size() >= kMostSites && !slots_.contains(origin))
    slots_.erase(std::min_element(slots_.begin(), slots_.end(), [](const auto& left, const auto& right) {
      return left.second.first < right.second.first;
    }));
  auto& [last_use, slot] = slots_[origin];
  last_use = ++uses_;
  if (!slot) slot = std::make_shared<Slot>();
  return slot;
}

}  // namespace certreg::fetch
