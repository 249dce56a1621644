#include "serve.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <future>
#include <memory>
#include <optional>

#include "certreg/api/api.h"
#include "certreg/cli/service_file.h"
#include "certreg/domain/error.h"
#include "certreg/http/server.h"
#include "certreg/store/privileges.h"
#include "certreg/web/pages.h"
#include "descriptor_limit.h"
#include "reader_program.h"
#include "runtime.h"
#include "stop_signals.h"

namespace certreg {
namespace {

constexpr std::chrono::seconds kDrainLimit{10};
constexpr std::chrono::milliseconds kSignalPoll{50};

http::Options server_options(const Config& config) {
  http::Options options;
  options.address = config.address;
  options.port = config.port;
  options.pool_threads = config.pool_threads;
  options.spool = config.data_dir;
  return options;
}

std::string address_of(const Config& config, std::uint16_t port) {
  const bool is_v6 = config.address.find(':') != std::string::npos;
  return "http://" + (is_v6 ? "[" + config.address + "]" : config.address) + ":" + std::to_string(port);
}

// Whoever reaches a loopback address works on this machine.
bool is_loopback(const std::string& address) { return address.starts_with("127.") || address == "::1"; }

// The gate and what it tells the API of itself.
class Front {
 public:
  Front(const Config& config, Runtime& runtime, const Log& log)
      : server_(server_options(config),
                api::make_application(runtime.services(), api_options(config, runtime, log))) {
    shown_ = &server_;
  }
  ~Front() { shown_ = nullptr; }
  Front(const Front&) = delete;
  Front& operator=(const Front&) = delete;

  http::Server& server() { return server_; }
  void start_draining() { draining_ = true; }

 private:
  api::ApiOptions api_options(const Config& config, Runtime& runtime, const Log& log) {
    api::ApiOptions options;
    options.log = [&log](std::string_view line) { log.failure(line); };
    if (log.takes_requests()) options.log_request = [&log](std::string_view line) { log.request(line); };
    options.counters = [this] {
      const auto* server = shown_.load();
      return server != nullptr ? server->counters() : http::Counters{};
    };
    options.draining = [this] { return draining_.load(); };
    const web::Pages pages(runtime.services(),
                           {.open_lookup = config.open_lookup && is_loopback(config.address),
                            .behind_proxy = config.behind_proxy,
                            .session_lasts = config.session_lasts,
                            .oidc = runtime.oidc(),
                            .log = [&log](std::string_view event, const std::string& detail) {
                              log.info(event, {{"detail", detail}});
                            }});
    options.pages = [pages](const http::Request& request) { return pages.handle(request); };
    options.page_plan = [pages](const http::Request& head) { return pages.plan(head); };
    return options;
  }

  // Requests may come before the server's constructor has returned.
  std::atomic<http::Server*> shown_{nullptr};
  std::atomic<bool> draining_{false};
  http::Server server_;
};

class ServiceFileGuard {
 public:
  ServiceFileGuard(const Config& config, const cli::ServiceFile& file) : data_dir_(config.data_dir) {
    cli::write_service_file(data_dir_, file);
  }
  ~ServiceFileGuard() { cli::remove_service_file(data_dir_); }
  ServiceFileGuard(const ServiceFileGuard&) = delete;
  ServiceFileGuard& operator=(const ServiceFileGuard&) = delete;

 private:
  std::filesystem::path data_dir_;
};

// What a second signal leaves undone is what a crash would: the database and the next start make it good.
[[noreturn]] void leave_now(Runtime& runtime, const Config& config, const Log& log) {
  log.flush();
  cli::remove_service_file(config.data_dir);
  if (auto* postgres = runtime.postgres()) postgres->stop();
  std::_Exit(EXIT_FAILURE);
}

void drain(Front& front, Runtime& runtime, const Config& config, const StopSignals& signals, const Log& log) {
  front.start_draining();
  auto drained = std::async(std::launch::async, [&] { return front.server().drain(kDrainLimit); });
  while (drained.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    if (signals.wait_for(kSignalPoll)) leave_now(runtime, config, log);
  }
  if (!drained.get()) log.error("drain", {{"detail", "some requests were cut off"}});
}

// What is wrong in the files is logged; the service goes on with what it had.
void reload(Runtime& runtime, const Log& log) {
  auto& services = runtime.services();
  try {
    const auto report = services.reload.reload(services, {"SIGHUP", service::Role::Admin});
    log.info("reload", {{"reference_version", report.reference_version}});
  } catch (const Error& error) {
    log.error("reload", {{"detail", error.what()}, {"internal", error.internal}});
    for (const auto& [field, rule] : error.fields) log.error("reload", {{"place", field}, {"rule", rule}});
  } catch (const std::exception& error) {
    log.error("reload", {{"internal", error.what()}});
  }
}

}  // namespace

int serve(const Config& config, const Log& log, const ServeHooks& hooks) {
  raise_descriptor_limit();
  ReaderProgram reader(config.reader);
  const auto user = store::drop_privileges(config.data_dir);
  if (!user.empty()) log.info("user", {{"name", user}});
  std::filesystem::create_directories(config.data_dir);
  if (hooks.privileges_dropped) hooks.privileges_dropped();

  const StopSignals signals;
  ::signal(SIGPIPE, SIG_IGN);
  Runtime runtime(config, reader.reachable_path(config.data_dir), log);
  Front front(config, runtime, log);
  const auto address = address_of(config, front.server().port());
  const ServiceFileGuard file(config, {address, ::getpid(), runtime.new_local_key()});
  log.info("listening", {{"address", address}});
  if (hooks.ready) hooks.ready(address);

  while (signals.wait() == StopSignals::Wish::Reload) reload(runtime, log);
  log.info("stopping");
  drain(front, runtime, config, signals, log);
  runtime.begin_stop();  // before the front ends, which waits for requests that still fetch
  return EXIT_SUCCESS;
}

}  // namespace certreg
