// A server with an application that does what its path says.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "certreg/http/server.h"
#include "support/raw_http.h"

namespace certreg::http {

// Holds handlers back until a test lets them go.
class Valve {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  bool wait_for_waiting(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(20), [this, count] { return waiting_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

struct Told {
  std::string method, target, peer;
  int status = 0;
  std::uint64_t body_bytes = 0;
  bool cut = false;
};

// Paths, each also below /pool to be handled there: /fixed (1024 x), /echo (size and sum of the body), /kept
// (the same, and where the body was kept), /shown (the request as the handler sees it), /big (20 MB, shared),
// /held (waits for the valve), /throws/<what>, /stream/<how>, /status/<code>, /header/<which>, /small (body
// limit 10), /refused (by the plan). Else 404.
class World {
 public:
  explicit World(const std::function<void(Options&)>& change = {});
  ~World();

  std::uint16_t port() const { return server->port(); }
  test::RawClient client() const { return test::RawClient(port()); }
  // One request on a connection of its own.
  test::RawAnswer ask(std::string_view request) const;
  test::RawAnswer get(std::string_view target) const;
  bool wait_until(const std::function<bool()>& condition) const;
  std::vector<Told> log();

  Valve valve;
  std::atomic<int> handled{0};
  std::atomic<int> failures{0};
  std::atomic<int> chunk_calls{0};
  std::atomic<int> streams_released{0};
  std::unique_ptr<Server> server;

 private:
  Plan plan(const Request& head);
  Response handle(const Request& request);
  Response stream(const std::string& how);
  void write_down(const AccessLine& line);

  std::mutex log_mutex_;
  std::vector<Told> log_;
  std::shared_ptr<const std::string> big_ = std::make_shared<const std::string>(20'000'000, 'b');
};

// "GET <target> HTTP/1.1" with a Host and the given further lines, each ended by CRLF.
std::string get_request(std::string_view target, std::string_view further = {});
std::string sum_of(std::string_view body);  // what /echo answers

}  // namespace certreg::http
