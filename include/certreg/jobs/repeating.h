// A thread that looks again and again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace certreg::jobs {

class Repeating {
 public:
  // `look` says whether there is more to do at once; else it is called again after `pause`. What it throws
  // goes to `failed`, which must not throw; the pause doubles then each time, up to a minute.
  Repeating(std::function<bool()> look, std::function<void(const std::string& what)> failed,
            std::chrono::milliseconds pause);
  ~Repeating();
  Repeating(const Repeating&) = delete;
  Repeating& operator=(const Repeating&) = delete;

  void start();
  void begin_stop();  // from any thread: no look begins after the one under way
  void stop();        // and waits for that
  bool is_stopping() const;

 private:
  void run();
  bool look_once();

  std::function<bool()> look_;
  std::function<void(const std::string& what)> failed_;
  std::chrono::milliseconds pause_;
  std::chrono::milliseconds next_pause_;  // longer than `pause_` after failures
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace certreg::jobs
