// From pool threads to the thread that owns a connection. Outlives both: jobs hold it by shared_ptr.
#pragma once

#include <cstdint>
#include <mutex>
#include <variant>
#include <vector>

#include "certreg/http/response.h"
#include "http/stream.h"

namespace certreg::http {

// A descriptor is reused by the next client, a serial never.
struct Address {
  int fd;
  std::uint64_t serial;
};

struct Letter {
  Address to;
  std::variant<Response, Piece> content;
};

class Inbox {
 public:
  Inbox();  // throws Error(Unavailable) when the process may open nothing more
  ~Inbox();
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;

  int fd() const { return fd_; }  // readable when something waits
  void put(Letter letter);
  void wake();
  std::vector<Letter> take();

 private:
  int fd_;
  std::mutex mutex_;
  std::vector<Letter> letters_;
};

}  // namespace certreg::http
