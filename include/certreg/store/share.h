// A part of a whole table, for one of several readers that each have a transaction of their own.
#pragma once

#include <cstddef>

namespace certreg::store {

struct Share {
  std::size_t number = 0, of = 1;  // the first is 0
};

}  // namespace certreg::store
