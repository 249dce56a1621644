// What is still to be sent on one connection. Large shared bodies are kept by reference.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace certreg::http {

class Output {
 public:
  enum class Result { Sent, Blocked, Broken };

  void append(std::string_view bytes);
  void append(std::string&& bytes);
  void append(std::shared_ptr<const std::string> bytes);
  std::size_t size() const { return size_; }
  void clear();

  // Sends what the socket takes without waiting. Sent: nothing is left; Broken: the client is gone.
  Result send(int fd);

 private:
  struct Piece {
    std::string own;
    std::shared_ptr<const std::string> shared;
    std::string_view bytes() const { return shared ? std::string_view(*shared) : std::string_view(own); }
  };
  void drop(std::size_t count);
  void rest();  // when all is sent

  std::deque<Piece> pieces_;
  std::size_t offset_ = 0;  // sent of the first piece
  std::size_t size_ = 0;
};

}  // namespace certreg::http
