// A server on 127.0.0.1 that says exactly what a test tells it to, right or wrong.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace certreg::fetch {

struct Reply {
  enum class Then { Close, HoldOpen, RepeatForever, DripForever };

  std::string bytes;  // sent as they are
  Then then = Then::Close;
  std::string repeated;  // until the client goes away: at once, or each 50 ms
};

// "200 OK", further header lines with their ends, and a body whose length is announced.
Reply reply(const std::string& status, const std::string& headers = "", const std::string& body = "");

// The path and query that a request's head asks for; empty when it is none.
std::string path_of(const std::string& head);

// A port of 127.0.0.1 that refuses connections while no LoopbackServer serves it.
class HeldPort {
 public:
  HeldPort();
  ~HeldPort();
  HeldPort(const HeldPort&) = delete;
  HeldPort& operator=(const HeldPort&) = delete;
  std::uint16_t number() const { return number_; }

 private:
  int socket_ = -1;
  std::uint16_t number_ = 0;
};

// One answer a connection; unknown paths are answered by 404.
class LoopbackServer {
 public:
  // `port`: one that a HeldPort keeps for it; 0: any that is free.
  explicit LoopbackServer(std::uint16_t port = 0);
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  void answer(const std::string& path, Reply reply);
  void answer_in_turn(const std::string& path, std::vector<Reply> replies);  // the last again and again
  // Whatever is asked for, instead of the replies by path; called with a request, one at a time.
  void answer_all(std::function<Reply(const std::string& request)> answer);
  // Each answer waits so long for a second request to come while it is not given.
  void wait_for_company(std::chrono::milliseconds time);

  std::uint16_t port() const { return port_; }
  std::string address(const std::string& path) const;
  std::vector<std::string> requests() const;  // in the order in which they came; a body stands at the end
  std::vector<std::string> paths() const;     // of the requests
  int connections() const { return connections_; }
  int most_at_once() const;  // requests without answer at one time

 private:
  void serve();
  void serve_one(int connection);
  bool wait_readable(int descriptor, int milliseconds = -1) const;  // false when the server is to stop
  std::string read_request(int connection) const;
  Reply reply_to(const std::string& head);

  int listener_ = -1;
  int stop_read_ = -1, stop_write_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  mutable std::mutex mutex_;
  std::condition_variable company_;
  std::chrono::milliseconds patience_{0};
  int at_once_ = 0, most_at_once_ = 0;
  std::function<Reply(const std::string& request)> answer_all_;
  std::map<std::string, std::vector<Reply>> replies_;  // what is next comes last
  std::vector<std::string> requests_;
  std::vector<std::thread> served_;
  std::thread thread_;
};

}  // namespace certreg::fetch
