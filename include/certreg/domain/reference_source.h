// Where a row of reference data comes from.
#pragma once

#include <string>

#include "certreg/domain/date.h"

namespace certreg {

struct Source {
  std::string citation;  // address, or standard and clause
  Date seen;
};

}  // namespace certreg
