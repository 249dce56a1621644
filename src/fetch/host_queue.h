// Whose turn it is to ask a host, and when.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "certreg/fetch/pace.h"

namespace certreg::fetch {

class HostQueue {
  struct Host {
    bool is_asked = false;
    int waiting = 0;
    std::optional<Pace::Time> last_end;  // of a request
    Pace::Time not_before{};             // after a failure
  };

 public:
  explicit HostQueue(Pace& pace) : pace_(pace) {}

  // The right to one request; ends with it.
  class Turn {
   public:
    Turn(HostQueue& queue, Host& host) : queue_(&queue), host_(&host) {}
    Turn(Turn&& other) noexcept : queue_(other.queue_), host_(std::exchange(other.host_, nullptr)) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (host_) queue_->end(*host_);
    }
    void hold_off(std::chrono::milliseconds time);  // nobody asks this host before that

   private:
    HostQueue* queue_;
    Host* host_;
  };

  // Waits until nobody else asks the host and `delay` has passed since the last request, or the time that it
  // is held off. nullopt: stopped.
  std::optional<Turn> take_turn(const std::string& name, std::chrono::milliseconds delay);

  void stop();

 private:
  Host* enter(const std::string& name);
  std::chrono::milliseconds rest(const Host& host, std::chrono::milliseconds delay);
  void end(Host& host);
  void forget_idle_hosts();

  Pace& pace_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopped_ = false;
  std::map<std::string, Host> hosts_;
};

}  // namespace certreg::fetch
