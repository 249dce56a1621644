// How many relationships of each tier have which outcome, as a table whose figures filter the list.
#pragma once

#include "certreg/domain/policy.h"
#include "web/portfolio_filter.h"

namespace certreg::web {

// A row a tier in the policy's order, then tiers that it has not, then the sum.
Data tier_counts_view(const std::vector<PortfolioRow>& rows, const Policy& policy,
                      const PortfolioFilter& filter, Language language);

// The policy's name for it; its id when there is none.
std::string tier_name(const Policy& policy, const std::string& id, Language language);

}  // namespace certreg::web
