#include "api/answer_memo.h"

#include <xxhash.h>

#include <algorithm>

namespace certreg::api {
namespace {

constexpr std::size_t kSets = 1024, kWays = 4;          // of a stripe: where an answer may lie
constexpr std::size_t kMostBytes = 64UL * 1024 * 1024;  // of a stripe's answers
constexpr std::size_t kLongest = 64UL * 1024;

}  // namespace

std::span<std::optional<AnswerMemo::Entry>> AnswerMemo::set_of(Stripe& stripe, std::uint64_t hash) {
  return std::span(stripe.entries).subspan(hash % kSets * kWays, kWays);
}

KeptAnswerPtr AnswerMemo::find(const service::Services& services, std::string_view target) {
  auto& stripe = stripes_[http::stripe_of_this_thread()];
  const std::lock_guard lock(stripe.mutex);
  if (stripe.entries.empty()) return nullptr;
  for (const auto& entry : set_of(stripe, XXH3_64bits(target.data(), target.size())))
    if (entry && entry->target == target) return entry->holds(services) ? entry->answer : nullptr;
  return nullptr;
}

void AnswerMemo::keep(std::string_view target, const KeptAnswerPtr& answer, Holds holds) {
  if (answer->body.size() > kLongest) return;
  auto& stripe = stripes_[http::stripe_of_this_thread()];
  const std::lock_guard lock(stripe.mutex);
  if (stripe.bytes + answer->body.size() > kMostBytes) {
    stripe.entries.clear();
    stripe.bytes = 0;
  }
  stripe.entries.resize(kSets * kWays);
  const auto hash = XXH3_64bits(target.data(), target.size());
  const auto set = set_of(stripe, hash);
  auto place = std::ranges::find_if(set, [&](const auto& entry) { return entry && entry->target == target; });
  if (place == set.end()) place = std::ranges::find_if(set, [](const auto& entry) { return !entry; });
  if (place == set.end()) place = set.begin() + static_cast<std::ptrdiff_t>(hash / kSets % kWays);
  if (*place) stripe.bytes -= (*place)->answer->body.size();
  stripe.bytes += answer->body.size();
  *place = Entry{std::string(target), answer, std::move(holds)};
}

}  // namespace certreg::api
