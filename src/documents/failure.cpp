#include <array>

#include "certreg/documents/worker.h"

namespace certreg::documents {
namespace {

ErrorKind error_kind_of(FailureKind kind) {
  if (kind == FailureKind::WorkerMissing) return ErrorKind::Unavailable;
  if (kind == FailureKind::TooLarge) return ErrorKind::TooLarge;
  return ErrorKind::Invalid;
}

}  // namespace

Failure::Failure(FailureKind failure_kind, const std::string& detail, std::string internal_text)
    : Error(error_kind_of(failure_kind), detail, std::move(internal_text)), failure(failure_kind) {}

std::string_view to_string(FailureKind kind) {
  switch (kind) {
    case FailureKind::Empty:
      return "empty";
    case FailureKind::NotThatKind:
      return "not_that_kind";
    case FailureKind::Encrypted:
      return "encrypted";
    case FailureKind::Damaged:
      return "damaged";
    case FailureKind::TooLarge:
      return "too_large";
    case FailureKind::TimedOut:
      return "timed_out";
    case FailureKind::Crashed:
      return "crashed";
    case FailureKind::WorkerMissing:
      return "worker_missing";
  }
  return "crashed";
}

}  // namespace certreg::documents
