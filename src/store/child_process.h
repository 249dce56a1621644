// Programs of PostgreSQL as children of this process.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace certreg::store {

// Starts arguments[0] in a session of its own, with nothing inherited but its output, which is appended to
// `log` (0600). The kernel sends the child `death_signal` when the calling THREAD ends, so call it from one
// that lives as long as the child shall. Throws Error Unavailable when no process can be made; a program that
// cannot be executed ends with status 127.
pid_t spawn(const std::vector<std::string>& arguments, const std::filesystem::path& log, int death_signal);

// Waits for the end without reaping.
void wait_for_end(pid_t child);

// The exit status, -1 when a signal ended it. The child must have ended or be about to.
int reap(pid_t child);

}  // namespace certreg::store
