// A list of companies against the register: for each the verdict and whom it was taken for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/service/verification.h"

namespace certreg::service {

struct ScreenRow {
  std::string name;
  std::string standard;               // any usual spelling
  std::vector<std::string> services;  // may be empty
};

struct ScreenAnswer {
  std::size_t number = 0;  // of the row, from 1
  std::string name;
  std::optional<Verification> verification;  // none when there are problems
  std::vector<FieldProblem> problems;
};

// From memory; any thread. A row that breaks a rule is an answer with its problems.
ScreenAnswer screen(Services& services, std::size_t number, const ScreenRow& row);

}  // namespace certreg::service
