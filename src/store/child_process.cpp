#include "store/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "certreg/domain/error.h"

namespace certreg::store {
namespace {

// Between fork and exec in a process with threads: only what is async-signal-safe.
void reset_signals() {
  for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become(char* const* arguments, char* const* environment, const char* log) {
  umask(0077);
  const int input = open("/dev/null", O_RDONLY);
  const int output = open(log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0600);
  if (input < 0 || output < 0) _exit(126);
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  close_range(3, ~0U, 0);
  // initdb wants to come back to where it was started from, which need not be open to this user.
  if (chdir("/") != 0) _exit(126);
  execve(arguments[0], arguments, environment);
  _exit(127);
}

}  // namespace

pid_t spawn(const std::vector<std::string>& arguments, const std::filesystem::path& log, int death_signal) {
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::string path = "PATH=/usr/bin:/bin";
  std::string locale = "LC_ALL=C.UTF-8";
  std::string zone = "TZ=UTC";
  const std::array<char*, 4> environment = {path.data(), locale.data(), zone.data(), nullptr};
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) throw Error(ErrorKind::Unavailable, "cannot start PostgreSQL", std::strerror(errno));
  if (child > 0) return child;
  setsid();
  reset_signals();
  prctl(PR_SET_PDEATHSIG, death_signal);
  if (getppid() != parent) _exit(125);  // it ended before the line above
  become(argv.data(), environment.data(), log.c_str());
}

void wait_for_end(pid_t child) {
  siginfo_t info;
  while (waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
  }
}

int reap(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace certreg::store
