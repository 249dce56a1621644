// Runs a program once: bytes in, bytes out, within limits.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::documents {

enum class Ending { Exited, Signalled, TimedOut, TooMuchOutput, NotStarted };

struct ProcessLimits {
  std::chrono::milliseconds wall_time;
  std::size_t output_bytes;
};

struct ProcessResult {
  Ending ending = Ending::NotStarted;
  int code = 0;  // exit status, signal number, or errno when it was not started
  std::string output;
  std::string errors;  // the first 64 KiB of what it wrote to standard error
};

// The child gets a process group of its own, an environment of its own and no descriptors but 0 to 2; the
// whole group is killed at a limit. Thread-safe.
ProcessResult run_process(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProcessLimits& limits);

}  // namespace certreg::documents
