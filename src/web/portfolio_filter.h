// What of the portfolio is asked for, as it stands in the address.
#pragma once

#include <optional>
#include <string>

#include "web/address.h"
#include "web/portfolio_rows.h"

namespace certreg::web {

struct PortfolioFilter {  // empty: any
  std::string tier;       // tier_value() of one
  std::optional<Outcome> outcome;
  std::string owner, text;  // words that stand in it, whatever their case
  std::string month;        // "2027-01": something lapses in it; "ended": something has
};

// What asks for rows of the tier: its id; for those without one a blank, which is no tier's id.
std::string tier_value(const std::string& id);

// Throws Error(Invalid) for what is none.
PortfolioFilter portfolio_filter_in(const http::Request& request);

Address address_of(std::string_view path, const PortfolioFilter& filter);

bool is_filtered(const PortfolioFilter& filter);
std::vector<PortfolioRow> filtered(std::vector<PortfolioRow> rows, const PortfolioFilter& filter, Date today);

std::string month_of(Date day);  // "2027-01"

}  // namespace certreg::web
