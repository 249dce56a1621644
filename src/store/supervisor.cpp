#include "store/supervisor.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>

#include "certreg/store/database.h"
#include "store/child_process.h"
#include "store/conninfo.h"
#include "store/leftover.h"
#include "store/server_arguments.h"

namespace certreg::store {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds kPoll = 10ms;
constexpr milliseconds kRetry = 100ms;
constexpr milliseconds kLongestPause = 5'000ms;
constexpr milliseconds kImmediateLimit = 5'000ms;
constexpr auto kHealthyRun = 10s;  // a server that lived that long is started again at once

// The program's signals are for its own threads.
class BlockedSignals {
 public:
  BlockedSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

}  // namespace

PrivatePostgres::Supervisor::Supervisor(PrivatePostgresOptions options)
    : options_(std::move(options)), directory_(options_) {
  std::future<void> started = started_.get_future();
  {
    const BlockedSignals blocked;
    thread_ = std::thread([this] { run(); });
  }
  try {
    started.get();
  } catch (...) {
    thread_.join();
    throw;
  }
}

PrivatePostgres::Supervisor::~Supervisor() { stop(); }

std::string PrivatePostgres::Supervisor::conninfo(std::string_view database) const {
  return fmt::format("host={} port=5432 user=certreg dbname={}",
                     quote_conninfo_value(directory_.run().string()),
                     quote_conninfo_value(std::string(database)));
}

pid_t PrivatePostgres::Supervisor::server_pid() const {
  const std::lock_guard lock(mutex_);
  return server_;
}

int PrivatePostgres::Supervisor::restarts() const {
  const std::lock_guard lock(mutex_);
  return restarts_;
}

void PrivatePostgres::Supervisor::stop() {
  {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
    const auto finished = [&] { return finished_; };
    if (server_ != 0) kill(server_, SIGINT);
    if (!changed_.wait_for(lock, options_.stop_limit, finished) && server_ != 0) kill(server_, SIGQUIT);
    if (!changed_.wait_for(lock, kImmediateLimit, finished) && server_ != 0) kill(server_, SIGKILL);
  }
  if (thread_.joinable()) thread_.join();
}

void PrivatePostgres::Supervisor::run() {
  try {
    bring_up();
    create_database();
    started_.set_value();
    watch();
  } catch (...) {
    end_server(options_.stop_limit);
    started_.set_exception(std::current_exception());
  }
  const std::lock_guard lock(mutex_);
  finished_ = true;
  changed_.notify_all();
}

void PrivatePostgres::Supervisor::watch() {
  auto pause_before_start = 0ms;
  for (auto begin = Clock::now();; begin = Clock::now()) {
    wait_for_end(server_pid());
    forget_server();
    if (Clock::now() - begin > kHealthyRun) pause_before_start = 0ms;
    if (!pause(pause_before_start)) return;
    pause_before_start = std::clamp(pause_before_start * 2, kRetry, kLongestPause);
    report("the database server ended by itself and is started again");
    restart();
    if (server_pid() == 0) return;
  }
}

// Comes back with a server, or without one because of stop().
void PrivatePostgres::Supervisor::restart() {
  auto wait = kRetry;
  do {
    try {
      bring_up();
      const std::lock_guard lock(mutex_);
      ++restarts_;
      return;
    } catch (const std::exception& error) {
      end_server(options_.stop_limit);
      if (!pause(0ms)) return;
      report(fmt::format("the database server cannot be started: {}", error.what()));
    }
    wait = std::min(wait * 2, kLongestPause);
  } while (pause(wait));
}

void PrivatePostgres::Supervisor::bring_up() {
  directory_.initialise();
  directory_.write_access_rules();
  directory_.rotate_log();
  wait_for_predecessor();
  const auto deadline = Clock::now() + options_.takeover_limit;
  do {
    end_orphans(directory_.cluster());
    launch();
    if (is_ready()) return report("the database server answers");
    end_server(options_.stop_limit);
  } while (Clock::now() < deadline && pause(kRetry));
  throw Error(ErrorKind::Unavailable,
              fmt::format("the database server does not start: see {}", directory_.log().string()));
}

void PrivatePostgres::Supervisor::wait_for_predecessor() {
  const auto deadline = Clock::now() + options_.takeover_limit;
  while (const pid_t predecessor = find_running_server(directory_.cluster())) {
    if (Clock::now() > deadline)
      throw Error(ErrorKind::Conflict, fmt::format("{} is in use by the PostgreSQL server with pid {}",
                                                   directory_.cluster().string(), predecessor));
    if (!pause(kPoll)) return;
  }
}

void PrivatePostgres::Supervisor::launch() {
  const std::vector<std::string> arguments = server_arguments(options_, directory_);
  const std::lock_guard lock(mutex_);
  if (stopping_) return;
  server_ = spawn(arguments, directory_.log(), SIGINT);
}

// False when the server ended before it answered, or nobody wants it any more.
bool PrivatePostgres::Supervisor::is_ready() {
  const std::string address = conninfo("postgres") + " connect_timeout=2";
  const auto deadline = Clock::now() + options_.start_limit;
  while (!has_ended() && Clock::now() < deadline) {
    if (PQping(address.c_str()) == PQPING_OK) return true;
    if (!pause(kPoll)) return false;
  }
  return false;
}

bool PrivatePostgres::Supervisor::has_ended() const {
  const pid_t server = server_pid();
  siginfo_t info{};
  return server == 0 || (waitid(P_PID, static_cast<id_t>(server), &info, WEXITED | WNOWAIT | WNOHANG) == 0 &&
                         info.si_pid != 0);
}

void PrivatePostgres::Supervisor::forget_server() {
  const std::lock_guard lock(mutex_);
  reap(server_);
  server_ = 0;
}

void PrivatePostgres::Supervisor::end_server(milliseconds limit) {
  if (server_pid() == 0) return;
  const auto wait_until = [&](Clock::time_point deadline) {
    while (!has_ended() && Clock::now() < deadline) std::this_thread::sleep_for(kPoll);
  };
  for (const auto& [number, time] : {std::pair{SIGINT, limit}, std::pair{SIGQUIT, kImmediateLimit}}) {
    if (has_ended()) break;
    signal_server(number);
    wait_until(Clock::now() + time);
  }
  if (!has_ended()) signal_server(SIGKILL);
  wait_for_end(server_pid());
  forget_server();
}

void PrivatePostgres::Supervisor::signal_server(int number) {
  const std::lock_guard lock(mutex_);
  if (server_ != 0) kill(server_, number);
}

// initdb makes none but those of PostgreSQL itself.
void PrivatePostgres::Supervisor::create_database() const {
  Database database({.conninfo = conninfo("postgres"), .pool_size = 1});
  if (!database.run("exists_database").only().boolean(0)) database.run("create_certreg_database");
}

bool PrivatePostgres::Supervisor::pause(milliseconds time) {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, time, [&] { return stopping_; });
}

void PrivatePostgres::Supervisor::report(const std::string& line) const {
  if (options_.report) options_.report(line);
}

}  // namespace certreg::store
