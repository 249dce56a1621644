// The thread that starts the server, waits for its end and starts it again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <string>
#include <thread>

#include "certreg/store/private_postgres.h"
#include "store/cluster_directory.h"

namespace certreg::store {

// The server's death signal is tied to this thread, and only this thread reaps the server, so that no signal
// can go to a process number that was given away again.
class PrivatePostgres::Supervisor {
 public:
  explicit Supervisor(PrivatePostgresOptions options);
  ~Supervisor();
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  std::string conninfo(std::string_view database) const;
  pid_t server_pid() const;
  int restarts() const;
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  void run();
  void watch();
  void restart();
  void bring_up();
  void wait_for_predecessor();
  void launch();
  bool is_ready();
  bool has_ended() const;
  void forget_server();
  void end_server(std::chrono::milliseconds limit);
  void signal_server(int number);
  void create_database() const;
  bool pause(std::chrono::milliseconds time);  // false when stop() was called
  void report(const std::string& line) const;

  const PrivatePostgresOptions options_;
  ClusterDirectory directory_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  pid_t server_ = 0;
  int restarts_ = 0;
  bool stopping_ = false;
  bool finished_ = false;
  std::promise<void> started_;
  std::thread thread_;
};

}  // namespace certreg::store
