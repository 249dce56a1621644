// What lapses in which of the next twelve months, as a picture and as a table.
#pragma once

#include "web/portfolio_filter.h"

namespace certreg::web {

// "months", "ended_count", "ended_address", "has_ended"; counts and addresses keep the rest of the filter.
void set_months(Data& view, const std::vector<PortfolioRow>& rows, const PortfolioFilter& filter,
                const Visit& visit);

}  // namespace certreg::web
