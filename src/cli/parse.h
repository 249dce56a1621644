// The command line as typed, made into something to run. The only user of CLI11.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/context.h"

namespace certreg::cli {

struct Parsed {
  Common common;
  std::function<int(Context&)> command;  // empty: help or a mistake was printed, and `code` says which
  int code = 0;
};

Parsed parse(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace certreg::cli
