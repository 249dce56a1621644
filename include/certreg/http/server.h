// The HTTP/1.1 gate: listens, parses, limits, queues and answers. TLS is the business of the proxy in front.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "certreg/http/application.h"
#include "certreg/http/limits.h"

namespace certreg::http {

struct Options {
  std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6
  std::uint16_t port = 0;             // 0: any free one, see Server::port()
  std::size_t io_threads = 2;
  std::size_t pool_threads = 8;
  std::size_t pool_queue = 64;  // waiting requests; when full, 503 with Retry-After
  int backlog = 1024;
  std::filesystem::path spool;  // folder for long bodies; empty: they are kept in memory
  Limits limits;
};

struct Counters {
  std::uint64_t accepted = 0;     // connections since the start
  std::uint64_t connections = 0;  // open now
  std::uint64_t requests = 0;     // answered, refusals included
  std::uint64_t refused = 0;      // of these, refused by the gate itself
  std::uint64_t cut = 0;          // connections ended with an answer unfinished
  std::uint64_t queued = 0;       // jobs waiting for a pool thread now
};

class Server {
 public:
  // Listens when it returns. Throws Error(Invalid) for an address that is none, Error(Unavailable) when it
  // cannot be listened on.
  Server(const Options& options, Application application);
  // Drains without waiting: queued work is dropped, running handlers are waited for.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

  // From now on new connections get 503, idle ones are closed and the others after what they have sent so
  // far. Returns when all is answered and sent, or after `limit`; then every connection is closed and the
  // threads that serve them have ended. False when something was unfinished. Not from a handler; a second
  // call does nothing.
  bool drain(std::chrono::milliseconds limit);

  Counters counters() const;  // any thread

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certreg::http
