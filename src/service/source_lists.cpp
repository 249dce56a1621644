#include "service/source_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "certreg/domain/error.h"

namespace certreg::service {
namespace {

using reading::ListForm;
using reading::ListSpec;

ListForm read_form(ReferenceRow& row) {
  static constexpr std::array<std::string_view, 4> names{"table", "bullets", "lines", "json"};
  static constexpr std::array forms{ListForm::Table, ListForm::Bullets, ListForm::Lines, ListForm::Json};
  const auto chosen = row.choice("form", names);
  if (!chosen) row.refuse("form is required: table, bullets, lines or json");
  return chosen ? forms.at(*chosen) : ListForm::Bullets;
}

void read_columns(ReferenceRow& row, ListSpec& list) {
  static constexpr std::array<std::string_view, 6> known{"service", "short_name", "family",
                                                         "regions", "exclusion",  "status"};
  list.columns = row.text_map("columns");
  for (const auto& [key, unused] : list.columns)
    if (std::find(known.begin(), known.end(), key) == known.end())
      row.refuse_key("columns", "\"" + key + "\" is none of service, short_name, family, regions, " +
                                    "exclusion, status");
  for (const auto& [column, standard] : row.text_map("standard_columns"))
    list.standard_columns[column] = StandardId{standard};
  const bool has_columns = list.form == ListForm::Table || list.form == ListForm::Json;
  if (has_columns && !list.columns.contains("service"))
    row.refuse("columns.service is required for a table or JSON");
}

// Words given in the file take the place of the usual ones.
void read_words(ReferenceRow& row, const char* key, std::vector<std::string>& words) {
  if (auto given = row.texts(key); !given.empty()) words = std::move(given);
}

void read_standards(ReferenceRow& row, ListSpec& list) {
  for (auto& standard : row.texts("standards")) list.standards.push_back({std::move(standard)});
  if (list.standards.empty() && list.standard_columns.empty())
    row.refuse("standards or standard_columns is required: what the list is for");
  list.states_scope = row.flag("states_scope", false);
}

void check_against(const Reference& reference, const ListSpec& list, const ReferenceRow& row) {
  try {
    reading::check_list_spec(list, reference);
  } catch (const Error& error) {
    for (const auto& [field, rule] : error.fields) row.refuse(fmt::format("{} {}", field, rule));
  }
}

}  // namespace

reading::ListSpec read_list(ReferenceRow row, const documents::Selections& parts,
                            const Reference* reference) {
  ListSpec list;
  list.form = read_form(row);
  list.part = row.text("part", Need::Optional);
  const bool selected =
      std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.name == list.part; });
  if (!list.part.empty() && !selected && list.form != ListForm::Json)
    row.refuse_key("part", "the page selects no part of that name");
  list.heading = row.text("heading", Need::Optional);
  read_columns(row, list);
  read_standards(row, list);
  list.headings_are_families = row.flag("headings_are_families", true);
  list.separators = row.text("separators", Need::Optional);
  if (const auto separators = row.text("region_separators", Need::Optional); !separators.empty())
    list.region_separators = separators;
  read_words(row, "in_scope", list.in_scope);
  read_words(row, "not_in_scope", list.not_in_scope);
  read_words(row, "limits", list.limits);
  read_words(row, "other_names", list.other_names);
  read_words(row, "all_regions", list.all_regions);
  list.skip = row.texts("skip");
  row.refuse_other_keys();
  if (reference != nullptr) check_against(*reference, list, row);
  return list;
}

}  // namespace certreg::service
