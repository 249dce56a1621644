#include "store/leftover.h"

#include <fmt/format.h>
#include <signal.h>

#include <charconv>
#include <fstream>
#include <string>

namespace certreg::store {
namespace {

namespace fs = std::filesystem;

fs::path link_of(pid_t process, const char* name) {
  std::error_code error;
  return fs::read_symlink(fmt::format("/proc/{}/{}", process, name), error);
}

// Every process of PostgreSQL works in the data directory. After an upgrade of the package the link of a
// running program ends in " (deleted)".
bool is_postgres_of(pid_t process, const fs::path& cluster) {
  std::error_code error;
  return link_of(process, "exe").filename().string().starts_with("postgres") &&
         link_of(process, "cwd") == fs::canonical(cluster, error);
}

pid_t to_pid(const std::string& text) {
  pid_t pid = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), pid);
  return error == std::errc() && stop == text.data() + text.size() ? pid : 0;
}

}  // namespace

pid_t find_running_server(const fs::path& cluster) {
  const fs::path file = cluster / "postmaster.pid";
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) return 0;
  const pid_t pid = to_pid(line);
  if (pid > 0 && kill(pid, 0) == 0) {
    if (is_postgres_of(pid, cluster)) return pid;
    std::error_code error;
    fs::remove(file, error);
  }
  return 0;
}

void end_orphans(const fs::path& cluster) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator("/proc", error)) {
    const pid_t pid = to_pid(entry.path().filename().string());
    if (pid > 0 && is_postgres_of(pid, cluster)) kill(pid, SIGQUIT);
  }
}

}  // namespace certreg::store
