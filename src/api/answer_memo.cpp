#include "api/answer_memo.h"

#include <xxhash.h>

namespace certreg::api {
namespace {

constexpr std::size_t kEntries = 1024;  // of a stripe
constexpr std::size_t kLongest = 16 * 1024;

std::size_t place_of(std::string_view target) { return XXH3_64bits(target.data(), target.size()) % kEntries; }

}  // namespace

KeptAnswerPtr AnswerMemo::find(const service::Services& services, std::string_view target) {
  auto& stripe = stripes_[http::stripe_of_this_thread()];
  const std::lock_guard lock(stripe.mutex);
  if (stripe.entries.empty()) return nullptr;
  const auto& entry = stripe.entries[place_of(target)];
  return entry && entry->target == target && entry->holds(services) ? entry->answer : nullptr;
}

void AnswerMemo::keep(std::string_view target, const KeptAnswerPtr& answer, Holds holds) {
  if (answer->body.size() > kLongest) return;
  auto& stripe = stripes_[http::stripe_of_this_thread()];
  const std::lock_guard lock(stripe.mutex);
  stripe.entries.resize(kEntries);
  stripe.entries[place_of(target)] = Entry{std::string(target), answer, std::move(holds)};
}

}  // namespace certreg::api
