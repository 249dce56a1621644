// The rows of a list of names to screen: JSON lines or CSV.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "api/query.h"
#include "certreg/service/screening.h"

namespace certreg::api {

// Reads one row after another; a row that breaks a rule comes with its problems.
class ScreenRows {
 public:
  virtual ~ScreenRows() = default;
  struct Item {
    service::ScreenRow row;
    std::vector<FieldProblem> problems;
  };
  virtual std::optional<Item> next() = 0;  // none at the end
};

// `usual`: standard and services of rows that state none. Throws Error(Invalid) for another media type, a CSV
// without a column `name`. `bytes` must outlive the result.
std::unique_ptr<ScreenRows> screen_rows(const std::string& media_type, const std::string& bytes,
                                        service::ScreenRow usual);

}  // namespace certreg::api
