#include "web/attempts.h"

#include <algorithm>

namespace certreg::web {
namespace {

constexpr std::chrono::hours kForgotten{1};  // after the wait, the count starts anew
constexpr int kDoublings = 10;

std::chrono::seconds wait_after(int failures) {
  return std::min(Attempts::kLongest, std::chrono::seconds(1L << std::min(failures - 1, kDoublings)));
}

}  // namespace

std::chrono::seconds Attempts::begin(const std::string& address, Instant now) {
  const std::lock_guard lock(mutex_);
  make_room(now);
  auto& failures = all_[address];
  if (now < failures.until) return std::chrono::ceil<std::chrono::seconds>(failures.until - now);
  if (now - failures.until >= kForgotten) failures.count = 0;
  failures.before = failures.until;
  failures.began = now;
  failures.until = now + wait_after(++failures.count);
  return std::chrono::seconds::zero();
}

void Attempts::succeeded(const std::string& address) {
  const std::lock_guard lock(mutex_);
  all_.erase(address);
}

void Attempts::take_back(const std::string& address, Instant began) {
  const std::lock_guard lock(mutex_);
  const auto found = all_.find(address);
  if (found == all_.end() || found->second.count == 0) return;
  auto& failures = found->second;
  if (--failures.count == 0) return void(all_.erase(found));
  if (failures.began == began) failures.until = failures.before;
}

void Attempts::make_room(Instant now) {
  if (all_.size() < kMost) return;
  std::erase_if(all_, [&](const auto& entry) { return entry.second.until <= now; });
  while (all_.size() >= kMost) all_.erase(all_.begin());
}

}  // namespace certreg::web
