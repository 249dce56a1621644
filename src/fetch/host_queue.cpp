#include "fetch/host_queue.h"

#include <algorithm>
#include <utility>

namespace certreg::fetch {
namespace {

constexpr std::size_t kManyHosts = 1'000;
constexpr std::chrono::minutes kIdle{10};  // longer than any rest

}  // namespace

void HostQueue::Turn::hold_off(std::chrono::milliseconds time) {
  const std::lock_guard lock(queue_->mutex_);
  host_->not_before = std::max(host_->not_before, queue_->pace_.now() + time);
}

std::optional<HostQueue::Turn> HostQueue::take_turn(const std::string& name,
                                                    std::chrono::milliseconds delay) {
  auto* host = enter(name);
  if (!host) return std::nullopt;
  Turn turn(*this, *host);
  if (!pace_.sleep_for(rest(*host, delay))) return std::nullopt;
  return turn;
}

void HostQueue::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

HostQueue::Host* HostQueue::enter(const std::string& name) {
  std::unique_lock lock(mutex_);
  if (hosts_.size() >= kManyHosts) forget_idle_hosts();
  auto& host = hosts_[name];
  ++host.waiting;
  changed_.wait(lock, [&] { return stopped_ || !host.is_asked; });
  --host.waiting;
  if (stopped_) return nullptr;
  host.is_asked = true;
  return &host;
}

std::chrono::milliseconds HostQueue::rest(const Host& host, std::chrono::milliseconds delay) {
  const std::lock_guard lock(mutex_);
  auto next = host.not_before;
  if (host.last_end) next = std::max(next, *host.last_end + delay);
  const auto now = pace_.now();
  if (next <= now) return std::chrono::milliseconds(0);
  return std::chrono::ceil<std::chrono::milliseconds>(next - now);
}

void HostQueue::end(Host& host) {
  const std::lock_guard lock(mutex_);
  host.is_asked = false;
  host.last_end = pace_.now();
  changed_.notify_all();
}

void HostQueue::forget_idle_hosts() {
  const auto now = pace_.now();
  std::erase_if(hosts_, [&](const auto& entry) {
    const auto& host = entry.second;
    return !host.is_asked && host.waiting == 0 && host.not_before < now &&
           (!host.last_end || now - *host.last_end > kIdle);
  });
}

}  // namespace certreg::fetch
