// From reason codes to findings. Pure.
#pragma once

#include <optional>

#include "certreg/domain/finding.h"

namespace certreg {

// The rule that a code breaks; none for a code that says yes, and for computed windows, which are calendar
// notes and never findings.
std::optional<FindingRule> rule_of(Code code);

struct Gravity {
  AnswerValue value = AnswerValue::Unsure;
  std::optional<int> days_left;  // of what is about to end
  bool critical_function = false;
};
Severity severity_of(FindingRule rule, const Gravity& gravity);

// First day from which the reason holds, when it names one.
std::optional<Date> since_of(const Reason& reason);

}  // namespace certreg
