// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "documents/worker/build_kind.h"

namespace certreg::worker {
namespace {

constexpr rlim_t kMemoryBytes = rlim_t{1} << 30;
constexpr rlim_t kCpuSeconds = 20;
constexpr rlim_t kDescriptors = 32;

// Character maps and fonts for documents that do not carry their own, and what characters look like.
constexpr std::array kReadable{
    "/usr/share/poppler",       "/usr/share/fonts",      "/usr/local/share/fonts",   "/etc/fonts",
    "/usr/share/fontconfig",    "/var/cache/fontconfig", "/usr/share/tesseract-ocr", "/usr/share/tessdata",
    "/usr/local/share/tessdata"};

void limit(__rlimit_resource resource, rlim_t most) {
  rlimit value{most, most};
  setrlimit(resource, &value);
}

bool writes_to_a_file() {
  struct stat status {};
  return fstat(STDOUT_FILENO, &status) == 0 && S_ISREG(status.st_mode);
}

void close_limits() {
  if (!kSanitized) limit(RLIMIT_AS, kMemoryBytes);
  limit(RLIMIT_CPU, kCpuSeconds);
  limit(RLIMIT_NOFILE, kDescriptors);
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_CORE, 0);
  // The limit counts standard output too when that is a file, and then kills the worker at its first line.
  if (!writes_to_a_file()) limit(RLIMIT_FSIZE, 0);
}

void allow_reading(int ruleset, const char* path) {
  int directory = open(path, O_PATH | O_CLOEXEC);
  if (directory < 0) return;
  landlock_path_beneath_attr rule{};
  rule.parent_fd = directory;
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(directory);
}

bool close_files() {
  long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = (std::uint64_t{1} << 13) - 1;  // all rights of the first version
  int ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
  if (ruleset < 0) return false;
  for (const char* path : kReadable) allow_reading(ruleset, path);
  bool closed = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return closed;
}

constexpr std::array kCalls{
    SCMP_SYS(read),           SCMP_SYS(pread64),    SCMP_SYS(write),        SCMP_SYS(writev),
    SCMP_SYS(close),          SCMP_SYS(mmap),       SCMP_SYS(munmap),       SCMP_SYS(mremap),
    SCMP_SYS(mprotect),       SCMP_SYS(brk),        SCMP_SYS(fstat),        SCMP_SYS(newfstatat),
    SCMP_SYS(statx),          SCMP_SYS(fstatfs),    SCMP_SYS(lseek),        SCMP_SYS(futex),
    SCMP_SYS(exit),           SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(getdents64), SCMP_SYS(access),       SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),       SCMP_SYS(readlinkat), SCMP_SYS(madvise),      SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),  SCMP_SYS(getpid),     SCMP_SYS(gettid),       SCMP_SYS(sysinfo),
    SCMP_SYS(getcwd)};

// Without Landlock nothing holds a path back, so then no file may be opened at all.
bool close_calls(bool files_are_closed) {
  scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (context == nullptr) return false;
  int failed = 0;
  for (int call : kCalls) failed |= seccomp_rule_add(context, SCMP_ACT_ALLOW, call, 0);
  // abort() signals its own process only.
  failed |= seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                             SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid())));
  if (files_are_closed)
    failed |= seccomp_rule_add(context, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                               SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
  bool closed = failed == 0 && seccomp_load(context) == 0;
  seccomp_release(context);
  return closed;
}

}  // namespace

std::vector<std::string> close_sandbox() {
  std::vector<std::string> missing;
  close_limits();
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) missing.emplace_back("the kernel lacks no_new_privs");
  bool files_are_closed = close_files();
  if (!files_are_closed)
    missing.emplace_back("the kernel lacks Landlock: no fonts or character maps are read");
  if (kSanitized) return missing;
  if (!close_calls(files_are_closed))
    missing.emplace_back("the kernel lacks seccomp: system calls are not restricted");
  return missing;
}

}  // namespace certreg::worker
