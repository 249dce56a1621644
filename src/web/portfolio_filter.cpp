#include "web/portfolio_filter.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "web/cookies.h"
#include "web/outcome_view.h"
#include "web/words.h"

namespace certreg::web {
namespace {

constexpr std::string_view kEnded = "ended", kNoTier = " ";

std::string tier_in(const http::Request& request) {
  return query_value(request, "tier") == kNoTier ? std::string(kNoTier) : line_in(request, "tier");
}

std::optional<Outcome> outcome_in(const http::Request& request) {
  const auto name = query_value(request, "outcome");
  if (name.empty()) return std::nullopt;
  const auto outcome = outcome_named(name);
  if (!outcome) throw invalid("outcome", "must be satisfied, undecided or not_satisfied");
  return outcome;
}

std::string month_in(const http::Request& request) {
  auto month = query_value(request, "month");
  if (!month.empty() && month != kEnded && !Date::parse(month + "-01"))
    throw invalid("month", "must be a month as YYYY-MM, or ended");
  return month;
}

bool lapses_in(const PortfolioRow& row, const std::string& month, Date today) {
  return std::any_of(row.lapses.begin(), row.lapses.end(), [&](const Lapse& lapse) {
    return month == kEnded ? lapse.day < today : lapse.day >= today && month_of(lapse.day) == month;
  });
}

bool names(const PortfolioRow& row, const Words& words) {
  return words.stand_in(row.supplier) || words.stand_in(row.operated_by) || words.stand_in(row.reference) ||
         std::any_of(row.services.begin(), row.services.end(),
                     [&](const std::string& service) { return words.stand_in(service); });
}

}  // namespace

std::string tier_value(const std::string& id) { return id.empty() ? std::string(kNoTier) : id; }

PortfolioFilter portfolio_filter_in(const http::Request& request) {
  return {tier_in(request), outcome_in(request), line_in(request, "owner"), line_in(request, "text"),
          month_in(request)};
}

Address address_of(std::string_view path, const PortfolioFilter& filter) {
  Address address(path);
  address.with("tier", filter.tier);
  if (filter.outcome) address.with("outcome", to_string(*filter.outcome));
  return address.with("owner", filter.owner).with("text", filter.text).with("month", filter.month);
}

bool is_filtered(const PortfolioFilter& filter) {
  return filter.outcome || !filter.tier.empty() || !filter.owner.empty() || !filter.text.empty() ||
         !filter.month.empty();
}

std::vector<PortfolioRow> filtered(std::vector<PortfolioRow> rows, const PortfolioFilter& filter,
                                   Date today) {
  const Words owner(filter.owner), text(filter.text);
  std::erase_if(rows, [&](const PortfolioRow& row) {
    if (!filter.tier.empty() && tier_value(row.tier) != filter.tier) return true;
    if (filter.outcome && row.outcome != *filter.outcome) return true;
    if (!filter.month.empty() && !lapses_in(row, filter.month, today)) return true;
    if (!owner.none() && !owner.stand_in(row.owner.name) && !owner.stand_in(row.owner.email)) return true;
    return !text.none() && !names(row, text);
  });
  return rows;
}

std::string month_of(Date day) { return day.to_string().substr(0, 7); }

}  // namespace certreg::web
