// The threads for work that may block.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace certreg::http {

class Pool {
 public:
  using Job = std::function<void()>;  // throws nothing

  Pool(std::size_t threads, std::size_t bound);
  ~Pool();  // drops what waits, waits for what runs

  // False when `bound` jobs wait already for which no thread is idle. Thread-safe, like all here.
  bool submit(Job job);
  // A further step of work that was accepted: never refused, and one for each connection at most.
  void resume(Job job);
  std::size_t waiting() const;

 private:
  void run(const std::stop_token& stop);

  const std::size_t bound_;
  mutable std::mutex mutex_;
  std::condition_variable_any work_;
  std::deque<Job> jobs_;
  std::size_t idle_ = 0;
  std::vector<std::jthread> threads_;
};

}  // namespace certreg::http
