// Dates in running text, by the words before them.
#pragma once

#include <vector>

#include "reading/date_witnesses.h"

namespace certreg::reading {

// "was granted on August 19, 2024 and will remain valid through August 18, 2027". Without those that `known`
// already has, those of small print, and those whose words say something else (an audit, a contract).
std::vector<DateWitness> sentence_dates(const Sheet& sheet, const DateOrders& orders,
                                        const std::vector<DateWitness>& known);

}  // namespace certreg::reading
