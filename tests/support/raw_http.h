// A client that sends exactly what it is told and takes answers apart, for tests through a socket.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certreg::test {

struct RawAnswer {
  int status = 0;
  std::string head;  // with the status line and the empty line
  std::string body;  // without chunked framing
  bool complete = false;

  // The value of a field, by its name in any case.
  std::optional<std::string> field(std::string_view name) const {
    for (std::size_t line = head.find("\r\n"); line != std::string::npos;
         line = head.find("\r\n", line + 2)) {
      const std::size_t start = line + 2;
      const std::size_t colon = head.find(':', start);
      if (colon == std::string::npos || colon - start != name.size()) continue;
      if (!same(std::string_view(head).substr(start, name.size()), name)) continue;
      const std::size_t value = head.find_first_not_of(' ', colon + 1);
      return head.substr(value, head.find("\r\n", colon) - value);
    }
    return std::nullopt;
  }

 private:
  static bool same(std::string_view left, std::string_view right) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (std::tolower(static_cast<unsigned char>(left[i])) !=
          std::tolower(static_cast<unsigned char>(right[i]))) {
        return false;
      }
    }
    return true;
  }
};

enum class End { Open, Closed, Reset };

class RawClient {
 public:
  enum class Expect { Body, NoBody };

  // `receive_buffer` bytes when given: a small one makes a slow reader.
  explicit RawClient(std::uint16_t port, int receive_buffer = 0)
      : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_buffer > 0) ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    const int no_delay = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &no_delay, sizeof no_delay);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      const int cause = errno;
      ::close(fd_);
      throw std::runtime_error(std::string("cannot connect: ") + std::strerror(cause));
    }
  }
  ~RawClient() { close(); }
  RawClient(RawClient&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), buffer_(std::move(other.buffer_)) {}
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  RawClient& operator=(RawClient&&) = delete;

  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

  // The next close() sends a reset.
  void reset_on_close() {
    const linger reset{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  }

  // False when the server would not take all of it.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void finish_sending() const { ::shutdown(fd_, SHUT_WR); }

  // The next answer; incomplete when the connection ended or the wait was over before.
  RawAnswer read_answer(Expect expect = Expect::Body) {
    RawAnswer answer;
    if (!fill_until([this] { return buffer_.find("\r\n\r\n") != std::string::npos; })) return answer;
    const std::size_t end = buffer_.find("\r\n\r\n") + 4;
    answer.head = buffer_.substr(0, end);
    buffer_.erase(0, end);
    answer.status = std::atoi(answer.head.c_str() + 9);
    if (expect == Expect::NoBody || answer.status < 200 || answer.status == 204 || answer.status == 304) {
      answer.complete = true;
    } else if (answer.field("transfer-encoding")) {
      answer.complete = read_chunks(answer.body);
    } else if (const auto length = answer.field("content-length")) {
      answer.complete = read_bytes(static_cast<std::size_t>(std::atoll(length->c_str())), answer.body);
    } else {
      answer.complete = read_to_end(answer.body) == End::Closed;
    }
    return answer;
  }

  RawAnswer ask(std::string_view request, Expect expect = Expect::Body) {
    send(request);
    return read_answer(expect);
  }

  // Everything until the connection ends.
  End read_to_end(std::string& bytes) {
    while (receive()) {
    }
    bytes.append(std::exchange(buffer_, {}));
    return end_;
  }

  // How the connection ends; Open when it does not within the wait. What comes before is thrown away.
  End wait_for_end() {
    std::string ignored;
    return read_to_end(ignored);
  }

  // Whether anything comes within a short time: for what must not happen.
  bool stays_silent(std::chrono::milliseconds time) {
    pollfd ready{fd_, POLLIN, 0};
    return buffer_.empty() && ::poll(&ready, 1, static_cast<int>(time.count())) == 0;
  }

 private:
  static constexpr int kWaitMs = 20'000;

  bool receive() {
    pollfd ready{fd_, POLLIN, 0};
    if (::poll(&ready, 1, kWaitMs) <= 0) return false;
    char bytes[65536];
    const ssize_t size = ::recv(fd_, bytes, sizeof bytes, 0);
    if (size == 0) end_ = End::Closed;
    if (size < 0) end_ = End::Reset;
    if (size <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  template <typename Done>
  bool fill_until(Done done) {
    while (!done()) {
      if (!receive()) return false;
    }
    return true;
  }

  bool read_bytes(std::size_t count, std::string& bytes) {
    if (!fill_until([this, count] { return buffer_.size() >= count; })) return false;
    bytes.append(buffer_, 0, count);
    buffer_.erase(0, count);
    return true;
  }

  bool read_chunks(std::string& bytes) {
    while (true) {
      if (!fill_until([this] { return buffer_.find("\r\n") != std::string::npos; })) return false;
      const std::size_t size = std::strtoull(buffer_.c_str(), nullptr, 16);
      buffer_.erase(0, buffer_.find("\r\n") + 2);
      std::string line_end;
      if (!read_bytes(size, bytes) || !read_bytes(2, line_end)) return false;
      if (size == 0) return true;
    }
  }

  int fd_;
  std::string buffer_;
  End end_ = End::Open;
};

}  // namespace certreg::test
