#include "web/supplier_list_rows.h"

#include <array>
#include <cmath>

#include "certreg/domain/harmless.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostRows = 2000;  // that a page shows
constexpr std::size_t kMostSuggestions = 3;

std::string percent(double score) {
  constexpr double whole = 100;
  return std::to_string(std::lround(score * whole));
}

// "row 4, column owner_email" without its row, which stands beside it.
std::string column_in(const FieldProblem& problem, std::size_t number) {
  const auto row = "row " + std::to_string(number) + ", column ";
  return problem.field.starts_with(row) ? problem.field.substr(row.size()) : problem.field;
}

Data problems_view(const service::RelationshipRow& row) {
  Data list{Data::type::list};
  for (const auto& problem : row.problems) {
    Data view;
    view.set("column", harmless(column_in(problem, row.number)));
    view.set("rule", harmless(problem.rule));
    list.push_back(view);
  }
  return list;
}

Data changes_view(const service::RelationshipRow& row) {
  Data list{Data::type::list};
  for (const auto& change : row.changes) {
    Data view;
    view.set("column", change.column);
    view.set("was_nothing", change.before.empty());
    view.set("before", harmless(change.before));
    view.set("is_nothing", change.after.empty());
    view.set("after", harmless(change.after));
    list.push_back(view);
  }
  return list;
}

Data suggestions_view(const service::RelationshipRow& row) {
  Data list{Data::type::list};
  for (const auto& suggestion : row.suggestions) {
    if (list.list_value().size() == kMostSuggestions) break;
    Data view;
    view.set("id", suggestion.supplier.id.value);
    view.set("suggested", harmless(suggestion.supplier.name));
    view.set("percent", percent(suggestion.match.score));
    list.push_back(view);
  }
  return list;
}

void set_match(Data& view, const service::RelationshipRow& row, const Visit& visit) {
  const auto matched = row.matched ? visit.services.catalogue.supplier(*row.matched) : nullptr;
  const bool refused = row.outcome == service::RowOutcome::Refused;
  view.set("is_matched", matched != nullptr);
  view.set("matched_id", matched ? matched->id.value : std::string());
  view.set("matched", matched ? harmless(matched->name) : std::string());
  view.set("is_unmatched", !matched && !refused);
  view.set("suggestions", suggestions_view(row));
  view.set("has_suggestions", !row.suggestions.empty());
}

Data row_view(const service::RelationshipRow& row, const Visit& visit) {
  Data view;
  view.set("number", row.number == 0 ? std::string("–") : std::to_string(row.number));
  view.set("reference", harmless(row.reference));
  view.set("supplier", harmless(row.supplier));
  view.set("row_outcome", message(visit.language, "list." + std::string(service::to_string(row.outcome))));
  view.set("is_refused", row.outcome == service::RowOutcome::Refused);
  view.set("problems", problems_view(row));
  view.set("changes", changes_view(row));
  set_match(view, row, visit);
  return view;
}

}  // namespace

Data list_rows_view(const service::RelationshipImport& imported, const Visit& visit) {
  std::array<std::size_t, 4> counts{};
  Data rows{Data::type::list};
  // What is wrong comes first: it is what somebody has to do something about.
  for (const bool refused : {true, false})
    for (const auto& row : imported.rows) {
      if ((row.outcome == service::RowOutcome::Refused) != refused) continue;
      ++counts.at(static_cast<std::size_t>(row.outcome));
      if (rows.list_value().size() < kMostRows) rows.push_back(row_view(row, visit));
    }
  const auto shown = [&](std::size_t number) {
    return number_text(static_cast<std::int64_t>(number), visit.language);
  };
  Data view;
  for (const auto outcome : {service::RowOutcome::New, service::RowOutcome::Changed,
                             service::RowOutcome::Unchanged, service::RowOutcome::Refused})
    view.set("count_" + std::string(service::to_string(outcome)),
             shown(counts.at(static_cast<std::size_t>(outcome))));
  const auto changes = counts[0] + counts[1];
  view.set("does_something", changes > 0);
  view.set("some_refused", counts[3] > 0);
  view.set("take_text", message(visit.language, changes == 1 ? "list.take_one" : "list.take",
                                {{"count", shown(changes)}}));
  view.set("rows", rows);
  view.set("has_rows", !imported.rows.empty());
  view.set("has_more", imported.rows.size() > kMostRows);
  view.set("more", message(visit.language, "list.more",
                           {{"shown", shown(kMostRows)}, {"all", shown(imported.rows.size())}}));
  return view;
}

}  // namespace certreg::web
