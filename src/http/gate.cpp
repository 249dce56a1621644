#include "http/gate.h"

#include <sys/resource.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace certreg::http {
namespace {

constexpr std::string_view kInternal = "the request could not be answered";
constexpr std::size_t kPiece = std::size_t{64} * 1024;
constexpr rlim_t kKeptForOthers = 64;  // database, documents, logs

// Pistache spins when accept() fails for want of descriptors, so the gate refuses before that.
Limits fit_descriptors(Limits limits) {
  rlimit open{};
  if (::getrlimit(RLIMIT_NOFILE, &open) != 0 || open.rlim_cur == RLIM_INFINITY) return limits;
  const rlim_t free = open.rlim_cur > 2 * kKeptForOthers ? open.rlim_cur - kKeptForOthers : kKeptForOthers;
  limits.connections = std::min<std::size_t>(limits.connections, free);
  return limits;
}

}  // namespace

Gate::Gate(const Options& options, Application application)
    : application_(std::move(application)),
      limits(fit_descriptors(options.limits)),
      spool(options.spool),
      pool(options.pool_threads, options.pool_queue) {}

void Gate::tell_failure(const Request& request) noexcept {
  try {
    if (application_.failed) application_.failed(request, std::current_exception());
  } catch (...) {  // a log that fails must not take the server with it
  }
}

std::optional<Plan> Gate::plan(const Request& head) noexcept {
  try {
    return application_.plan(head);
  } catch (...) {
    tell_failure(head);
    return std::nullopt;
  }
}

Response Gate::handle(const Request& request) noexcept {
  try {
    return application_.handle(request);
  } catch (...) {
    tell_failure(request);
    return problem(500, kInternal);
  }
}

Response Gate::problem(int status, std::string_view detail) noexcept {
  try {
    Response response = application_.problem(status, detail);
    response.status = status;
    if (status == 503) response.headers.push_back({"Retry-After", "1"});
    return response;
  } catch (...) {
    Response bare;
    bare.status = 500;
    return bare;
  }
}

Piece Gate::pull(const Request& request, const Chunks& chunks) noexcept {
  try {
    return http::pull(chunks, kPiece);
  } catch (...) {
    tell_failure(request);
    return {{}, Piece::End::Failed};
  }
}

void Gate::release(std::shared_ptr<const Chunks> chunks) noexcept {
  if (!chunks || !*chunks) return;
  try {
    pool.resume([held = std::move(chunks)] {});
  } catch (...) {  // then here and now
  }
}

void Gate::log(const AccessLine& line) noexcept {
  try {
    if (application_.log) application_.log(line);
  } catch (...) {  // as above
  }
}

}  // namespace certreg::http
