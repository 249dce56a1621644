#include "certreg/documents/worker.h"

#include <fmt/format.h>

#include <csignal>
#include <sstream>

#include "documents/process.h"
#include "documents/text_json.h"

namespace certreg::documents {
namespace {

std::size_t input_limit(const WorkerLimits& limits, MediaKind kind) {
  return limits.input_bytes == 0 ? default_limit_bytes(kind) : limits.input_bytes;
}

bool is_read_by_worker(MediaKind kind) {
  return kind != MediaKind::Unknown && kind != MediaKind::Csv && kind != MediaKind::Json;
}

void refuse_early(std::string_view bytes, MediaKind kind, std::size_t limit) {
  if (bytes.empty()) throw Failure(FailureKind::Empty, "the document is empty");
  if (!is_read_by_worker(kind))
    throw Failure(FailureKind::NotThatKind, "the document is of a kind without text to read");
  if (bytes.size() > limit)
    throw Failure(FailureKind::TooLarge, fmt::format("the document is larger than {} bytes", limit));
}

// The worker ends itself by these at its own limits of CPU time and output.
bool is_limit_signal(int signal) { return signal == SIGXCPU || signal == SIGKILL; }

void check_ending(const ProcessResult& result) {
  switch (result.ending) {
    case Ending::NotStarted:
      throw Failure(FailureKind::WorkerMissing, "documents cannot be read at the moment",
                    fmt::format("the reader was not started: errno {}", result.code));
    case Ending::TimedOut:
      throw Failure(FailureKind::TimedOut, "reading the document took too long", result.errors);
    case Ending::TooMuchOutput:
      throw Failure(FailureKind::TooLarge, "the document holds too much text");
    case Ending::Signalled:
      throw Failure(is_limit_signal(result.code) ? FailureKind::TimedOut : FailureKind::Crashed,
                    "the document could not be read",
                    fmt::format("signal {}: {}", result.code, result.errors));
    case Ending::Exited:
      break;
  }
  if (result.code != 0)
    throw Failure(result.code == 127 ? FailureKind::WorkerMissing : FailureKind::Crashed,
                  "the document could not be read", fmt::format("exit {}: {}", result.code, result.errors));
}

void add_warnings(const std::string& errors, reading::Text& text) {
  std::istringstream lines(errors);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("warning: ")) text.warnings.push_back(line.substr(9));
}

}  // namespace

Worker::Worker(std::filesystem::path program, WorkerLimits limits)
    : program_(std::move(program)), limits_(limits) {}

reading::Text Worker::read(std::string_view bytes, MediaKind kind) const {
  refuse_early(bytes, kind, input_limit(limits_, kind));
  ProcessResult result =
      run_process(program_, {std::string(to_string(kind))}, bytes, {limits_.wall_time, limits_.output_bytes});
  check_ending(result);
  reading::Text text = parse_text_json(result.output);
  add_warnings(result.errors, text);
  return text;
}

}  // namespace certreg::documents
