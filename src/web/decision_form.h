// A decision about a finding as it is typed into a form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/error.h"
#include "certreg/service/findings.h"
#include "web/visit.h"

namespace certreg::web {

struct DecisionForm {
  FindingId finding;
  service::SeenCase seen;               // what stood beside the form
  std::string choice;                   // of choices_for()
  std::string until, reason, services;  // as typed; `services`: one a line
};

DecisionForm decision_form_in(const http::Request& request);

// What may be decided about it: "accept_risk", ..., "scope_is_in" and "scope_is_out" for confirm_scope.
std::vector<std::string> choices_for(const service::FindingCase& one);

// Appends what is wrong to `problems`, in the visitor's words.
Decision decision_of(const DecisionForm& form, const Visit& visit, std::vector<FieldProblem>& problems);

// What the register found wrong, in the visitor's words where there are any.
std::vector<FieldProblem> problems_of(const Error& error, const Visit& visit);

// The form's values and problems, under "form".
void set_form(Data& view, const service::FindingCase& one, const DecisionForm& form,
              const std::vector<FieldProblem>& problems, const Visit& visit);

}  // namespace certreg::web
