#include "support/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace certreg::fetch {
namespace {

void require(bool ok) {
  if (!ok) throw std::runtime_error("the test's server cannot start");
}

bool send_all(int connection, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const auto count = send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

// With all of the body that its head announces, in the words of libcurl.
bool is_whole(const std::string& request) {
  const auto end = request.find("\r\n\r\n");
  if (end == std::string::npos) return false;
  const std::string name = "\r\nContent-Length: ";
  const auto length = request.find(name);
  if (length > end) return true;
  return request.size() >= end + 4 + std::stoul(request.substr(length + name.size()));
}

struct BoundSocket {
  int descriptor;
  std::uint16_t port;
};

// Several sockets of this user may have one port; those that do not listen take no connection.
BoundSocket bind_to(std::uint16_t port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  require(setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) == 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  require(bind(descriptor, reinterpret_cast<sockaddr*>(&address), length) == 0);
  require(getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length) == 0);
  return {descriptor, ntohs(address.sin_port)};
}

}  // namespace

std::string path_of(const std::string& head) {
  const auto start = head.find(' ');
  const auto end = head.find(' ', start + 1);
  if (start == std::string::npos || end == std::string::npos) return "";
  return head.substr(start + 1, end - start - 1);
}

Reply reply(const std::string& status, const std::string& headers, const std::string& body) {
  return {"HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers +
          "\r\n" + body};
}

HeldPort::HeldPort() {
  const auto bound = bind_to(0);
  socket_ = bound.descriptor;
  number_ = bound.port;
}

HeldPort::~HeldPort() { close(socket_); }

LoopbackServer::LoopbackServer(std::uint16_t port) {
  std::array<int, 2> stop{};
  require(pipe(stop.data()) == 0);
  stop_read_ = stop[0];
  stop_write_ = stop[1];
  const auto bound = bind_to(port);
  listener_ = bound.descriptor;
  port_ = bound.port;
  require(listen(listener_, SOMAXCONN) == 0);
  thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
  close(stop_write_);
  thread_.join();
  for (auto& thread : served_) thread.join();
  close(stop_read_);
  close(listener_);
}

void LoopbackServer::answer(const std::string& path, Reply reply) {
  const std::lock_guard lock(mutex_);
  replies_[path] = {std::move(reply)};
}

void LoopbackServer::answer_in_turn(const std::string& path, std::vector<Reply> replies) {
  const std::lock_guard lock(mutex_);
  std::reverse(replies.begin(), replies.end());
  replies_[path] = std::move(replies);
}

void LoopbackServer::answer_all(std::function<Reply(const std::string& head)> answer) {
  const std::lock_guard lock(mutex_);
  answer_all_ = std::move(answer);
}

void LoopbackServer::wait_for_company(std::chrono::milliseconds time) {
  const std::lock_guard lock(mutex_);
  patience_ = time;
}

std::string LoopbackServer::address(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<std::string> LoopbackServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::vector<std::string> LoopbackServer::paths() const {
  std::vector<std::string> paths;
  for (const auto& head : requests()) paths.push_back(path_of(head));
  return paths;
}

int LoopbackServer::most_at_once() const {
  const std::lock_guard lock(mutex_);
  return most_at_once_;
}

void LoopbackServer::serve() {
  while (wait_readable(listener_)) {
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection < 0) continue;
    ++connections_;
    served_.emplace_back([this, connection] {
      serve_one(connection);
      close(connection);
    });
  }
}

void LoopbackServer::serve_one(int connection) {
  const auto reply = reply_to(read_request(connection));
  if (!send_all(connection, reply.bytes)) return;
  if (reply.then == Reply::Then::RepeatForever)
    while (send_all(connection, reply.repeated)) {
    }
  if (reply.then == Reply::Then::DripForever)
    while (wait_readable(-1, 50) && send_all(connection, reply.repeated)) {
    }
  if (reply.then == Reply::Then::HoldOpen) wait_readable(connection);
}

bool LoopbackServer::wait_readable(int descriptor, int milliseconds) const {
  std::array<pollfd, 2> polled = {{{descriptor, POLLIN, 0}, {stop_read_, POLLIN, 0}}};
  poll(polled.data(), polled.size(), milliseconds);
  return polled[1].revents == 0;
}

std::string LoopbackServer::read_request(int connection) const {
  std::string request;
  while (!is_whole(request) && wait_readable(connection)) {
    std::array<char, 4096> buffer;
    const auto count = recv(connection, buffer.data(), buffer.size(), 0);
    if (count <= 0) break;
    request.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return request;
}

Reply LoopbackServer::reply_to(const std::string& head) {
  std::unique_lock lock(mutex_);
  requests_.push_back(head);
  most_at_once_ = std::max(most_at_once_, ++at_once_);
  company_.notify_all();
  company_.wait_for(lock, patience_, [this] { return at_once_ > 1; });
  --at_once_;
  if (answer_all_) return answer_all_(head);
  const auto path = path_of(head);
  const auto found = replies_.find(path);
  if (found == replies_.end()) return path.empty() ? Reply{} : reply("404 Not Found");
  const auto next = found->second.back();
  if (found->second.size() > 1) found->second.pop_back();
  return next;
}

}  // namespace certreg::fetch
