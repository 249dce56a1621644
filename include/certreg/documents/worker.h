// Reads hostile bytes in a process of its own: one process a document, without files, network or children.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "certreg/documents/media.h"
#include "certreg/domain/error.h"
#include "certreg/reading/text.h"

namespace certreg::documents {

enum class FailureKind {
  Empty,        // no bytes
  NotThatKind,  // e.g. an image under a certificate's name, or a kind that has no text to read
  Encrypted,    // a password is needed to open it
  Damaged,
  TooLarge,  // the document, or the text that it expands to
  TimedOut,
  Crashed,        // the worker was stopped by the kernel or by a limit
  WorkerMissing,  // the worker cannot be started
};

std::string_view to_string(
    FailureKind kind);  // "empty", "not_that_kind", "encrypted", "damaged", "too_large", ...

// ErrorKind is Unavailable for WorkerMissing, TooLarge for TooLarge and Invalid for the rest. `what()` is a
// sentence for the client; what the worker wrote goes to `internal`.
struct Failure : Error {
  Failure(FailureKind failure_kind, const std::string& detail, std::string internal_text = {});
  FailureKind failure;
};

struct WorkerLimits {
  std::chrono::milliseconds wall_time{30'000};
  std::size_t output_bytes = 64U << 20;  // of text with positions
  std::size_t input_bytes = 0;           // 0 = default_limit_bytes(kind)
};

// Thread-safe: each call has a process of its own.
class Worker {
 public:
  explicit Worker(std::filesystem::path program, WorkerLimits limits = {});

  // Throws Failure. What was left out, or a sandbox that the kernel could not give, stands in Text::warnings.
  // Csv and Json are no documents (NotThatKind): reading/table.h reads tables.
  reading::Text read(std::string_view bytes, MediaKind kind) const;

 private:
  std::filesystem::path program_;
  WorkerLimits limits_;
};

}  // namespace certreg::documents
