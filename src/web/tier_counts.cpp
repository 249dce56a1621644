#include "web/tier_counts.h"

#include <algorithm>
#include <map>

#include "certreg/domain/harmless.h"
#include "web/outcome_view.h"
#include "web/told.h"

namespace certreg::web {
namespace {

constexpr Outcome kOutcomes[] = {Outcome::NotSatisfied, Outcome::Undecided, Outcome::Satisfied};
using Counts = std::map<Outcome, std::size_t>;

// `tier`: as it is asked for; empty: any.
Data cell_view(const std::string& tier, std::optional<Outcome> outcome, std::size_t count,
               const PortfolioFilter& filter, Language language) {
  PortfolioFilter narrowed;
  narrowed.tier = tier;
  narrowed.outcome = outcome;
  Data view;
  view.set("count", number_text(static_cast<std::int64_t>(count), language));
  view.set("some", count > 0);
  const bool narrows = !tier.empty() || outcome;
  view.set("is_chosen", narrows && filter.tier == tier && filter.outcome == outcome);
  view.set("address", address_of("/portfolio", narrowed).at("list").text());
  return view;
}

Data row_view(const std::string& tier, const std::string& name, Counts counts, const PortfolioFilter& filter,
              Language language) {
  Data cells{Data::type::list};
  std::size_t sum = 0;
  for (const auto outcome : kOutcomes) {
    auto cell = cell_view(tier, outcome, counts[outcome], filter, language);
    set_outcome(cell, outcome, language);
    cell.set("short_word", message(language, "portfolio." + std::string(to_string(outcome))));
    cells.push_back(cell);
    sum += counts[outcome];
  }
  Data view;
  view.set("tier_name", harmless(name));
  view.set("cells", cells);
  view.set("total", cell_view(tier, {}, sum, filter, language));
  return view;
}

std::vector<std::string> tiers_in_order(const Policy& policy, const std::map<std::string, Counts>& counted) {
  std::vector<std::string> tiers;
  for (const auto& tier : policy.tiers)
    if (counted.contains(tier.id)) tiers.push_back(tier.id);
  for (const auto& [tier, counts] : counted)
    if (find_tier(policy, tier) == nullptr) tiers.push_back(tier);
  return tiers;
}

}  // namespace

std::string tier_name(const Policy& policy, const std::string& id, Language language) {
  const auto* tier = find_tier(policy, id);
  if (tier != nullptr) return tier_word(tier->name, language);
  return id.empty() ? message(language, "portfolio.no_tier")
                    : message(language, "portfolio.unknown_tier", {{"tier", id}});
}

Data tier_counts_view(const std::vector<PortfolioRow>& rows, const Policy& policy,
                      const PortfolioFilter& filter, Language language) {
  std::map<std::string, Counts> counted;
  Counts all;
  for (const auto& row : rows) {
    ++counted[row.tier][row.outcome];
    ++all[row.outcome];
  }
  Data list{Data::type::list};
  for (const auto& tier : tiers_in_order(policy, counted))
    list.push_back(
        row_view(tier_value(tier), tier_name(policy, tier, language), counted[tier], filter, language));
  list.push_back(row_view("", message(language, "portfolio.all_tiers"), all, filter, language));
  return list;
}

}  // namespace certreg::web
