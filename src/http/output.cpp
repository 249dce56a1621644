#include "http/output.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#include <utility>

namespace certreg::http {
namespace {

constexpr std::size_t kJoinBelow = 16 * 1024;  // copying less is cheaper than one more piece
constexpr std::size_t kKeptIdle = 4 * 1024;  // memory for the next answer that a connection at rest may keep

}  // namespace

void Output::append(std::string_view bytes) {
  if (bytes.empty()) return;
  if (!pieces_.empty() && !pieces_.back().shared && pieces_.back().own.size() + bytes.size() < kJoinBelow) {
    pieces_.back().own.append(bytes);
  } else {
    pieces_.push_back({std::string(bytes), nullptr});
  }
  size_ += bytes.size();
}

void Output::append(std::string&& bytes) {
  if (bytes.size() < kJoinBelow) return append(std::string_view(bytes));
  size_ += bytes.size();
  pieces_.push_back({std::move(bytes), nullptr});
}

void Output::append(std::shared_ptr<const std::string> bytes) {
  if (bytes->size() < kJoinBelow) return append(std::string_view(*bytes));
  size_ += bytes->size();
  pieces_.push_back({{}, std::move(bytes)});
}

void Output::clear() {
  pieces_.clear();
  offset_ = size_ = 0;
}

void Output::rest() {
  auto& first = pieces_.front();
  if (pieces_.size() > 1 || first.shared || first.own.capacity() > kKeptIdle) return clear();
  first.own.clear();
  offset_ = 0;
}

void Output::drop(std::size_t count) {
  size_ -= count;
  if (size_ == 0) return rest();
  count += offset_;
  while (!pieces_.empty() && count >= pieces_.front().bytes().size()) {
    count -= pieces_.front().bytes().size();
    pieces_.pop_front();
  }
  offset_ = count;
}

Output::Result Output::send(int fd) {
  while (size_ > 0) {
    std::array<iovec, 16> parts{};
    std::size_t used = 0;
    for (const Piece& piece : pieces_) {
      if (used == parts.size()) break;
      const std::string_view bytes = piece.bytes().substr(used == 0 ? offset_ : 0);
      parts.at(used++) = {const_cast<char*>(bytes.data()), bytes.size()};  // sendmsg does not write to it
    }
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = used;
    const ssize_t sent = ::sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return errno == EAGAIN || errno == EWOULDBLOCK ? Result::Blocked : Result::Broken;
    drop(static_cast<std::size_t>(sent));
  }
  return Result::Sent;
}

}  // namespace certreg::http
