// test_postgres start|stop [owner]: a cluster for tests that ends with the process `owner` (without it, with
// the process that called; under ctest that is ctest itself).
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <thread>

#include "certreg/store/migrate.h"
#include "certreg/store/private_postgres.h"
#include "certreg/store/privileges.h"
#include "support/cluster_state.h"

namespace {

namespace fs = std::filesystem;
namespace store = certreg::store;
namespace test = certreg::test;
using namespace std::chrono_literals;

fs::path make_directory() {
  std::string name = (fs::temp_directory_path() / "certreg-test-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a directory");
  return name;
}

void make_template(const store::PrivatePostgres& postgres) {
  test::run_sql(postgres.conninfo("postgres"), std::string("create database ") + test::kTemplate);
  store::Database database({.conninfo = postgres.conninfo(test::kTemplate), .pool_size = 1});
  store::migrate(database);
}

void wait_for_the_end(pid_t owner, const sigset_t& ends) {
  const timespec interval{0, 500'000'000};
  while (sigtimedwait(&ends, nullptr, &interval) < 0)
    if (kill(owner, 0) != 0 && errno == ESRCH) return;
}

// ctest waits until nobody holds its end of the output any more.
void close_output() {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, descriptor);
}

void say(int pipe, const std::string& text) {
  if (write(pipe, text.data(), text.size()) < 0) _exit(1);
}

int serve(const fs::path& directory, pid_t owner, int answer) try {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  setsid();
  close_output();
  store::drop_privileges(directory);
  {
    store::PrivatePostgres postgres(
        {.data_dir = directory, .durability = store::Durability::None, .max_connections = 200});
    make_template(postgres);
    say(answer, postgres.conninfo("postgres"));
    close(answer);
    wait_for_the_end(owner, ends);
  }
  fs::remove_all(directory);
  return 0;
} catch (const certreg::Error& error) {
  say(answer, std::string("error: ") + error.what() + " (" + error.internal + ")");
  fs::remove_all(directory);
  return 1;
} catch (const std::exception& error) {
  say(answer, std::string("error: ") + error.what());
  fs::remove_all(directory);
  return 1;
}

std::string read_all(int pipe) {
  std::string text;
  char buffer[4096];
  for (ssize_t count = 0; (count = read(pipe, buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(count));
  return text;
}

int start(pid_t owner) {
  const fs::path directory = make_directory();
  int answer[2];
  if (pipe2(answer, O_CLOEXEC) != 0) return 1;
  const pid_t server = fork();
  if (server == 0) {
    close(answer[0]);
    std::_Exit(serve(directory, owner, answer[1]));
  }
  close(answer[1]);
  const std::string conninfo = read_all(answer[0]);
  if (!conninfo.starts_with("host=")) return std::fprintf(stderr, "%s\n", conninfo.c_str()), 1;
  test::write_state(owner, {server, directory, conninfo});
  return 0;
}

int stop(pid_t owner) {
  const auto state = test::read_state(owner);
  if (!state) return 1;
  test::remove_state(owner);
  kill(state->server, SIGTERM);
  for (int i = 0; i < 600 && fs::exists(state->directory); ++i) std::this_thread::sleep_for(100ms);
  return fs::exists(state->directory) ? 1 : 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view command = count > 1 ? arguments[1] : "";
  const pid_t owner = count > 2 ? std::atoi(arguments[2]) : getppid();
  if (command == "start") return start(owner);
  if (command == "stop") return stop(owner);
  std::fprintf(stderr, "usage: test_postgres start|stop [owner]\n");
  return 2;
}
