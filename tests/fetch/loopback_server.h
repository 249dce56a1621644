// A server on 127.0.0.1 that says exactly what a test tells it to, right or wrong.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace certreg::fetch {

struct Reply {
  enum class Then { Close, HoldOpen, RepeatForever };

  std::string bytes;  // sent as they are
  Then then = Then::Close;
  std::string repeated;  // for RepeatForever, until the client goes away
};

// One connection at a time, one answer a connection; unknown paths are answered by 404.
class LoopbackServer {
 public:
  LoopbackServer();
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  void answer(const std::string& path, Reply reply);
  std::uint16_t port() const { return port_; }
  std::string address(const std::string& path) const;
  std::vector<std::string> requests() const;  // heads, as they came

 private:
  void serve();
  void serve_one(int connection);
  bool wait_readable(int descriptor) const;  // false when the server is to stop
  std::string read_head(int connection) const;
  Reply reply_to(const std::string& head);

  int listener_ = -1;
  int stop_read_ = -1, stop_write_ = -1;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::map<std::string, Reply> replies_;
  std::vector<std::string> requests_;
  std::thread thread_;
};

}  // namespace certreg::fetch
