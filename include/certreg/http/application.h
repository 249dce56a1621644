// What stands behind the gate.
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <string_view>

#include "certreg/http/request.h"
#include "certreg/http/response.h"

namespace certreg::http {

// How a request is to be treated, decided by its head alone (its body is still empty).
struct Plan {
  enum class Where {
    IoThread,  // memory only: while it runs, the other connections of that thread wait
    Pool,      // may block
  };
  Where where = Where::Pool;
  std::uint64_t body_limit = 1024ULL * 1024;  // bytes; a longer body is refused with 413, unread
  // A body of more than some hundred KiB is kept in a file without a name (Options::spool), so that it costs
  // no memory; Request::held has it then.
  bool body_on_disk = false;
  // Answered at once instead of handling, the body unread (401 to an upload).
  std::optional<Response> refusal;
};

// One line for the access log. The views live as long as the call.
struct AccessLine {
  std::string_view method, target, peer;
  int status = 0;
  std::uint64_t body_bytes = 0;  // of the answer, without head and framing
  std::chrono::microseconds duration{0};
  bool cut = false;  // the answer could not be finished
};

// All functions are called from several threads at once. An exception out of any of them never reaches a
// client: out of `plan` and `handle` it becomes problem(500), out of `problem` a bare 500, out of the others
// nothing.
struct Application {
  // On an I/O thread; quick, memory only.
  std::function<Plan(const Request& head)> plan;
  // Where the plan said.
  std::function<Response(const Request&)> handle;
  // On an I/O thread or a pool thread: the body of the gate's own refusals (400, 408, 413, 417, 431, 500,
  // 503). The gate sets the status, and Retry-After with 503.
  std::function<Response(int status, std::string_view detail)> problem;
  // On an I/O thread; may be empty.
  std::function<void(const AccessLine&)> log;
  // Told, on any thread, of what escaped plan, handle or chunks; may be empty.
  std::function<void(const Request&, std::exception_ptr)> failed;
};

}  // namespace certreg::http
