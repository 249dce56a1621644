#include "support/postgres.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string_view>
#include <vector>

#include "certreg/domain/error.h"
#include "support/cluster_state.h"

namespace certreg::test {
namespace {

constexpr std::string_view kNamed = " dbname=";

int run_server_program(const char* command) {
  std::string program = CERTREG_TEST_POSTGRES;
  std::string verb = command;
  std::string owner = std::to_string(getpid());
  char* const arguments[] = {program.data(), verb.data(), owner.data(), nullptr};
  pid_t child = 0;
  int status = -1;
  if (posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) == 0)
    waitpid(child, &status, 0);
  return status;
}

// The cluster that this process may use.
class Cluster {
 public:
  Cluster() {
    // Under ctest the parent is ctest, and the fixture has made a cluster for it.
    std::optional<ClusterState> state = read_state(getppid());
    if (!state || !answers(state->conninfo)) {
      is_own_ = true;
      if (run_server_program("start") != 0) throw std::runtime_error("no PostgreSQL for the tests");
      state = read_state(getpid());
    }
    conninfo_ = state.value().conninfo;
  }

  ~Cluster() {
    if (getpid() != process_) return;  // a forked child of a test
    if (is_own_) {
      run_server_program("stop");
      return;
    }
    for (const std::string& name : databases_) drop(name);
  }

  std::string create(const std::string& copied_from) {
    const std::string name = "test_" + std::to_string(getpid()) + "_" + std::to_string(databases_.size());
    drop(name);  // of a process that crashed and had the same number
    run_sql(conninfo_, "create database " + name + " template " + copied_from);
    databases_.push_back(name);
    return conninfo_ + std::string(kNamed) + name;
  }

 private:
  static bool answers(const std::string& conninfo) try {
    run_sql(conninfo, "select 1");
    return true;
  } catch (const Error&) {
    return false;
  }

  void drop(const std::string& name) const {
    run_sql(conninfo_, "drop database if exists " + name + " with (force)");
  }

  const pid_t process_ = getpid();
  bool is_own_ = false;
  std::string conninfo_;
  std::vector<std::string> databases_;
};

Cluster& cluster() {
  static Cluster instance;
  return instance;
}

}  // namespace

std::string fresh_database() { return cluster().create(kTemplate); }

std::string empty_database() { return cluster().create("template0"); }

std::string copied_database(const std::string& conninfo) {
  return cluster().create(conninfo.substr(conninfo.rfind(kNamed) + kNamed.size()));
}

}  // namespace certreg::test
