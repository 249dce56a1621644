#include "web/portfolio_page.h"

#include <set>

#include "certreg/domain/harmless.h"
#include "certreg/service/policies.h"
#include "web/lapse_months.h"
#include "web/outcome_view.h"
#include "web/paging.h"
#include "web/tier_counts.h"
#include "web/told.h"

namespace certreg::web {
namespace {

constexpr std::size_t kPageSize = 50;
constexpr std::size_t kMostOwners = 200;  // that are offered while typing

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : ", ") + item;
  return all;
}

// What has ended, and all that ends on the next day on which something does.
Data lapses_view(const PortfolioRow& row, const Visit& visit) {
  const auto today = visit.services.clock.today();
  const auto* next = next_lapse(row, today);
  Data list{Data::type::list};
  for (const auto& lapse : row.lapses) {
    if (next != nullptr && lapse.day > next->day) break;
    Data view;
    view.set("what", lapse.what);
    view.set("day", day_text(lapse.day, visit.language));
    view.set("ended", lapse.day < today);
    view.set("claimed", lapse.claimed);
    list.push_back(view);
  }
  return list;
}

Data row_view(const PortfolioRow& row, const Policy& policy, const Visit& visit) {
  Data view;
  view.set("reference", harmless(row.reference));
  view.set("supplier", harmless(row.supplier));
  view.set("has_operator", !row.operated_by.empty());
  view.set("operator", harmless(row.operated_by));
  view.set("is_matched", row.supplier_id.has_value());
  view.set("supplier_id", row.supplier_id ? row.supplier_id->value : std::string());
  view.set("services", harmless(joined(row.services)));
  view.set("has_services", !row.services.empty());
  view.set("tier", harmless(tier_name(policy, row.tier, visit.language)));
  view.set("owner", harmless(row.owner.name.empty() ? row.owner.email : row.owner.name));
  view.set("has_owner", !row.owner.name.empty() || !row.owner.email.empty());
  view.set("lapses", lapses_view(row, visit));
  view.set("no_lapses", row.lapses.empty());
  set_outcome(view, row.outcome, visit.language);
  return view;
}

template <class Values>
Data choices_view(const Values& values, const std::string& chosen) {
  Data list{Data::type::list};
  for (const auto& [id, name] : values) {
    Data view;
    view.set("id", id);
    view.set("name", harmless(name));
    view.set("selected", id == chosen);
    list.push_back(view);
  }
  return list;
}

using Choices = std::vector<std::pair<std::string, std::string>>;

Data tiers_view(const std::vector<PortfolioRow>& rows, const Policy& policy, const PortfolioFilter& filter,
                Language language) {
  Choices choices;
  std::set<std::string> seen;
  for (const auto& tier : policy.tiers)
    if (seen.insert(tier.id).second) choices.emplace_back(tier.id, tier_word(tier.name, language));
  for (const auto& row : rows)
    if (seen.insert(row.tier).second)
      choices.emplace_back(tier_value(row.tier), tier_name(policy, row.tier, language));
  return choices_view(choices, filter.tier);
}

Data outcomes_view(const PortfolioFilter& filter, Language language) {
  Choices choices;
  for (const auto outcome : {Outcome::NotSatisfied, Outcome::Undecided, Outcome::Satisfied}) {
    const std::string id(to_string(outcome));
    choices.emplace_back(id, message(language, "relationship." + id));
  }
  return choices_view(choices, filter.outcome ? std::string(to_string(*filter.outcome)) : std::string());
}

Data owners_view(const std::vector<PortfolioRow>& rows) {
  std::set<std::string> owners;
  for (const auto& row : rows)
    if (!row.owner.email.empty() && owners.size() < kMostOwners) owners.insert(row.owner.email);
  Data list{Data::type::list};
  for (const auto& owner : owners) list.push_back(Data(harmless(owner)));
  return list;
}

void set_form(Data& view, const std::vector<PortfolioRow>& rows, const Policy& policy,
              const PortfolioFilter& filter, Language language) {
  view.set("tiers", tiers_view(rows, policy, filter, language));
  view.set("outcomes", outcomes_view(filter, language));
  view.set("owners", owners_view(rows));
  view.set("owner_asked", filter.owner);
  view.set("text", filter.text);
  view.set("is_filtered", is_filtered(filter));
}

void set_list(Data& view, const std::vector<PortfolioRow>& rows, const Policy& policy,
              const PortfolioFilter& filter, const Visit& visit) {
  const auto page = page_of(visit.request, rows.size(), kPageSize);
  Data list{Data::type::list};
  for (std::size_t i = page.first; i < page.first + page.count; ++i)
    list.push_back(row_view(rows[i], policy, visit));
  view.set("rows", list);
  view.set("has_rows", !rows.empty());
  set_paging(view, page, kPageSize, address_of("/portfolio", filter), visit.language);
  view.set("csv_address", address_of("/portfolio.csv", filter).text());
}

}  // namespace

Drawn portfolio_page(const Visit& visit) {
  const auto filter = portfolio_filter_in(visit.request);
  const auto policy = service::current_policy(visit.services);
  const auto all = portfolio_rows(visit);
  Data view;
  view.set("is_empty", all.empty());
  view.set("may_import", visit.visitor->actor.role >= service::Role::Reviewer);
  view.set("day", day_text(visit.services.clock.today(), visit.language));
  view.set("counts", tier_counts_view(all, policy, filter, visit.language));
  set_months(view, all, filter, visit);
  set_form(view, all, policy, filter, visit.language);
  set_list(view, filtered(all, filter, visit.services.clock.today()), policy, filter, visit);
  return drawn(visit, "portfolio.mustache", view, message(visit.language, "portfolio.title"));
}

}  // namespace certreg::web
