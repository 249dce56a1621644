#include "certreg/jobs/repeating.h"

#include <algorithm>
#include <exception>

namespace certreg::jobs {
namespace {

constexpr std::chrono::milliseconds kLongestPause{60'000};

}  // namespace

Repeating::Repeating(std::function<bool()> look, std::function<void(const std::string& what)> failed,
                     std::chrono::milliseconds pause)
    : look_(std::move(look)), failed_(std::move(failed)), pause_(pause), next_pause_(pause) {}

Repeating::~Repeating() { stop(); }

void Repeating::start() {
  thread_ = std::thread([this] { run(); });
}

void Repeating::begin_stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
}

void Repeating::stop() {
  begin_stop();
  if (thread_.joinable()) thread_.join();
}

bool Repeating::is_stopping() const {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

bool Repeating::look_once() {
  try {
    const bool is_more = look_();
    next_pause_ = pause_;
    return is_more;
  } catch (const std::exception& failure) {
    next_pause_ = std::max(pause_, std::min(2 * next_pause_, kLongestPause));
    failed_(failure.what());
    return false;
  }
}

void Repeating::run() {
  while (!is_stopping()) {
    if (look_once()) continue;
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, next_pause_, [this] { return stopping_; });
  }
}

}  // namespace certreg::jobs
