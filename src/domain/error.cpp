#include "certreg/domain/error.h"

namespace certreg {

Error invalid(std::string field, std::string rule) {
  Error error(ErrorKind::Invalid, field + ": " + rule);
  error.fields.push_back({std::move(field), std::move(rule)});
  return error;
}

Error invalid(std::vector<FieldProblem> fields) {
  std::string detail;
  for (const auto& [field, rule] : fields) detail += (detail.empty() ? "" : "; ") + field + ": " + rule;
  Error error(ErrorKind::Invalid, detail);
  error.fields = std::move(fields);
  return error;
}

Error not_found(const std::string& what) { return {ErrorKind::NotFound, "no " + what}; }

}  // namespace certreg
