// The one exception type of certreg. A judgement is a value (Verdict); a failure is an Error.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace certreg {

enum class ErrorKind {
  Invalid,  // the input breaks a rule; `fields` says which
  NotFound,
  Conflict,      // somebody else changed it, or it exists
  Unauthorized,  // no or no valid key
  Forbidden,     // the key's role does not allow it
  TooLarge,
  Busy,         // try again later
  Unavailable,  // a part that we need (database, worker, other host) is away
};

// A member of the input, as the caller wrote it ("expires", "items[3].standard", "row 17, column expiry"),
// and the rule that it broke, as a sentence for the caller.
struct FieldProblem {
  std::string field;
  std::string rule;
};

// `what()` (detail) may be shown to the client; `internal` goes to the log only.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind error_kind, const std::string& detail, std::string internal_text = {})
      : std::runtime_error(detail), kind(error_kind), internal(std::move(internal_text)) {}
  ErrorKind kind;
  std::string internal;
  std::vector<FieldProblem> fields;
};

Error invalid(std::string field, std::string rule);
Error invalid(std::vector<FieldProblem> fields);
Error not_found(const std::string& what);

}  // namespace certreg
