#include <fmt/format.h>

#include <algorithm>

#include "service/reference_readers.h"

namespace certreg::service {
namespace {

bool is_year(const std::string& text) {
  return text.size() == 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Adoption read_adoption(ReferenceRow& row) {
  Adoption adoption{.source = row.source()};
  adoption.printed = row.text("printed", Need::Required);
  adoption.year = row.text("year", Need::Optional);
  if (!adoption.year.empty() && !is_year(adoption.year)) row.refuse("year: four digits");
  adoption.country = row.country("country");
  row.refuse_other_keys();
  return adoption;
}

void check_dates(const Edition& edition, const ReferenceRow& row) {
  if (edition.published && edition.ended && *edition.ended < *edition.published)
    row.refuse("the edition ended before it was published");
  if (edition.published && edition.transition_until && *edition.transition_until < *edition.published)
    row.refuse("the transition ended before the edition was published");
  if (edition.ended && edition.transition_until && *edition.ended < *edition.transition_until)
    row.refuse("the edition ended before its transition did");
  if (!edition.transition_source.empty() && !edition.transition_until)
    row.refuse("transition_source: there is no transition_until");
}

RowParts::PlacedEdition read_edition(ReferenceRow& row) {
  Edition edition{.source = row.source()};
  edition.id = row.text("id", Need::Required);
  if (!edition.id.empty() && !is_year(edition.id)) row.refuse("an edition's id is its year in four digits");
  edition.published = row.date("published", Need::Optional);
  edition.ended = row.date("ended", Need::Optional);
  edition.transition_until = row.date("transition_until", Need::Optional);
  edition.transition_source = row.text("transition_source", Need::Optional);
  edition.replaced_by = row.text("replaced_by", Need::Optional);
  check_dates(edition, row);
  edition.amendments = row.texts("amendments");
  std::vector<Place> adoptions;
  for (auto& adoption : row.rows("adoptions")) {
    edition.adoptions.push_back(read_adoption(adoption));
    adoptions.push_back(adoption.place());
  }
  row.refuse_other_keys();
  return {std::move(edition), row.place(), std::move(adoptions)};
}

std::vector<std::string> read_roles(ReferenceRow& row) {
  auto roles = row.texts("roles");
  if (!std::ranges::all_of(roles, is_scope_role)) row.refuse_key("roles", kScopeRolesRule);
  return roles;
}

}  // namespace

Placed<Standard> read_standard(ReferenceRow& row) {
  Placed<Standard> placed{Standard{.source = row.source()}, row.place(), {}};
  auto& standard = placed.value;
  standard.id.value = row.slug("id");
  standard.name = row.text("name", Need::Required);
  standard.title = row.text("title", Need::Required);
  if (auto extended = row.text("extends", Need::Optional); !extended.empty()) {
    if (extended == standard.id.value) row.refuse("a standard does not extend itself");
    placed.parts.standards.push_back({"the standard", extended, row.place()});
    standard.extends = StandardId{std::move(extended)};
  }
  standard.asked = row.flag("asked", true);
  standard.spellings = row.texts("spellings");
  standard.roles = read_roles(row);
  for (auto& edition : row.rows("editions")) {
    placed.parts.editions.push_back(read_edition(edition));
    standard.editions.push_back(placed.parts.editions.back().edition);
  }
  row.refuse_other_keys();
  return placed;
}

}  // namespace certreg::service
