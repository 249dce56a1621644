#include "http/pool.h"

#include <utility>

namespace certreg::http {

Pool::Pool(std::size_t threads, std::size_t bound) : bound_(bound) {
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
  }
}

Pool::~Pool() {
  for (std::jthread& thread : threads_) thread.request_stop();
  threads_.clear();
}

bool Pool::submit(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= bound_ + idle_) return false;
    jobs_.push_back(std::move(job));
  }
  work_.notify_one();
  return true;
}

void Pool::resume(Job job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  work_.notify_one();
}

std::size_t Pool::waiting() const {
  const std::lock_guard lock(mutex_);
  return jobs_.size();
}

void Pool::run(const std::stop_token& stop) {
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      ++idle_;
      const bool has_work = work_.wait(lock, stop, [this] { return !jobs_.empty(); });
      --idle_;
      if (!has_work || stop.stop_requested()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job();
  }
}

}  // namespace certreg::http
