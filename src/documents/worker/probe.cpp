// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "documents/worker/build_kind.h"
#include "documents/worker/sandbox.h"

namespace certreg::worker {
namespace {

bool opens_a_file() { return open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0; }
bool lists_a_directory() { return open("/etc", O_RDONLY | O_DIRECTORY | O_CLOEXEC) >= 0; }
bool creates_a_file() { return open("certreg-probe", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0; }
bool removes_a_file() { return unlink("certreg-probe") == 0; }
bool makes_a_socket() { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }
bool makes_a_local_socket() { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }
bool traces() { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }
bool signals_its_parent() { return kill(getppid(), 0) == 0; }

bool forks() {
  pid_t child = fork();
  if (child == 0) _exit(0);
  return child > 0;
}

bool executes() {
  std::array<char*, 2> arguments{const_cast<char*>("true"), nullptr};
  return execv("/bin/true", arguments.data()) == 0;
}

struct Attempt {
  const char* name;
  bool (*succeeds)();
};

// Execution comes last: where it is allowed, nothing of this program is left to report it but a missing line.
constexpr std::array kAttempts{Attempt{"open_file", opens_a_file},
                               Attempt{"list_directory", lists_a_directory},
                               Attempt{"create_file", creates_a_file},
                               Attempt{"remove_file", removes_a_file},
                               Attempt{"socket", makes_a_socket},
                               Attempt{"local_socket", makes_a_local_socket},
                               Attempt{"ptrace", traces},
                               Attempt{"signal_parent", signals_its_parent},
                               Attempt{"fork", forks},
                               Attempt{"execute", executes}};

}  // namespace

int probe_sandbox() {
  if (kSanitized) {
    std::puts("sandbox compiled out: this build has a sanitizer");
    std::fflush(stdout);
    return 3;
  }
  bool all_refused = true;
  for (const Attempt& attempt : kAttempts) {
    bool allowed = attempt.succeeds();
    all_refused = all_refused && !allowed;
    std::printf("%s %s\n", attempt.name, allowed ? "ALLOWED" : "refused");
    std::fflush(stdout);
  }
  return all_refused ? 0 : 1;
}

}  // namespace certreg::worker
