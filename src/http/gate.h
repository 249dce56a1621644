// What all workers share: the application behind a wall that lets no exception through, limits, pool and
// counts.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "certreg/http/application.h"
#include "certreg/http/server.h"
#include "certreg/http/stripe.h"
#include "http/drain.h"
#include "http/pool.h"
#include "http/stream.h"

namespace certreg::http {

struct Tally {
  std::atomic<std::uint64_t> accepted{0}, connections{0}, refused{0}, cut{0};
  StripedCount requests;
};

class Gate {
  const Application application_;  // before the pool, whose threads use it to their end

 public:
  Gate(const Options& options, Application application);

  std::optional<Plan> plan(const Request& head) noexcept;  // nothing when it failed
  Response handle(const Request& request) noexcept;
  Response problem(int status, std::string_view detail) noexcept;
  Piece pull(const Request& request, const Chunks& chunks) noexcept;
  void release(
      std::shared_ptr<const Chunks> chunks) noexcept;  // on a pool thread: what it holds may take its time
  void log(const AccessLine& line) noexcept;

  const Limits limits;
  const std::filesystem::path spool;
  Tally tally;
  Drain drain;
  Pool pool;

 private:
  void tell_failure(const Request& request) noexcept;  // of the exception being handled
};

}  // namespace certreg::http
