// The connections of one I/O thread. Knows nothing of how bytes are polled and read: the mount tells it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/connection.h"
#include "http/gate.h"
#include "http/inbox.h"

namespace certreg::http {

class Worker {
 public:
  enum class Interest { Read, ReadAndWrite };
  using Watch = std::function<void(int fd, Interest interest)>;

  explicit Worker(Gate& gate);

  // From here on all on the worker's own thread, and nothing throws.
  void watch_with(Watch watch);  // how to be told of writable()
  void opened(int fd, std::string peer) noexcept;
  void received(int fd, std::string_view data) noexcept;
  void writable(int fd) noexcept;
  void look_again(int fd) noexcept;  // is told anew of what is there to read
  bool has(int fd) { return find(fd) != nullptr; }
  void deliver() noexcept;  // what lies in the inbox
  void closed(int fd) noexcept;

  // The descriptors to be closed now, by time limits or because the gate goes down; closed() must follow for
  // each.
  std::vector<int> sweep() noexcept;
  bool is_going_down() const {
    return gate_.drain.phase() != Drain::Phase::Open;
  }                        // then at every turn sweep,
  void settle() noexcept;  // close, and settle

  Inbox& inbox() { return *inbox_; }

 private:
  struct Slot {
    std::unique_ptr<Connection> connection;
    Interest interest = Interest::Read;
    bool may_have_ended = false;  // with the last bytes that were read
  };
  Slot* find(int fd);
  void take_in(int fd, std::string peer);
  void hand_over(Letter letter);
  void follow(int fd, Slot& slot);
  bool is_due(Slot& slot, Drain::Phase phase) const;
  template <typename Work>
  void guard(int fd, Work&& work) noexcept;

  Gate& gate_;
  const std::size_t number_;
  const std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
  Watch watch_;
  std::vector<Slot> slots_;  // by descriptor
  std::uint64_t last_serial_ = 0;
};

}  // namespace certreg::http
