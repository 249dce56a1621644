// Rows laid over rows.
#pragma once

#include <vector>

#include "service/reference_tables.h"

namespace certreg::service {

struct OverlaidTables {
  ReferenceTables tables;
  std::vector<ListCount> counts;
};

// A row of `over` takes the place of the row of `base` with its id; a second one with that id stands beside
// it, for check_tables() to find.
OverlaidTables lay_over(ReferenceTables base, ReferenceTables over);

// Of tables without problems: editions in the order of their years, arrangements of recognitions by their
// ids.
void settle_tables(ReferenceTables& tables);

}  // namespace certreg::service
