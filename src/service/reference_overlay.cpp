#include "service/reference_overlay.h"

#include <algorithm>
#include <map>

#include "certreg/domain/names.h"

namespace certreg::service {
namespace {

template <class T>
ListCount lay_list_over(const char* list, std::vector<Placed<T>>& base, std::vector<Placed<T>>&& over) {
  std::map<decltype(T::id), std::size_t> places;
  for (std::size_t i = 0; i < base.size(); ++i) places.try_emplace(base[i].value.id, i);
  ListCount count{list, 0, over.size()};
  for (auto& row : over) {
    const auto replaced = places.extract(row.value.id);
    if (replaced)
      base[replaced.mapped()] = std::move(row);
    else
      base.push_back(std::move(row));
  }
  count.rows = base.size();
  return count;
}

}  // namespace

OverlaidTables lay_over(ReferenceTables base, ReferenceTables over) {
  std::vector<ListCount> counts{
      lay_list_over("standards", base.standards, std::move(over.standards)),
      lay_list_over("arrangements", base.arrangements, std::move(over.arrangements)),
      lay_list_over("accreditation_bodies", base.accreditation_bodies, std::move(over.accreditation_bodies)),
      lay_list_over("certification_bodies", base.certification_bodies, std::move(over.certification_bodies)),
      lay_list_over("registers", base.registers, std::move(over.registers)),
      lay_list_over("legal_forms", base.legal_forms, std::move(over.legal_forms)),
      lay_list_over("cloud_providers", base.cloud_providers, std::move(over.cloud_providers)),
      lay_list_over("cloud_regions", base.cloud_regions, std::move(over.cloud_regions)),
      lay_list_over("scope_words", base.scope_words, std::move(over.scope_words))};
  return {std::move(base), std::move(counts)};
}

void settle_tables(ReferenceTables& tables) {
  for (auto& standard : tables.standards)
    std::sort(standard.value.editions.begin(), standard.value.editions.end(),
              [](const Edition& left, const Edition& right) { return left.id < right.id; });
  std::map<std::string, std::string> arrangements;
  for (const auto& row : tables.arrangements)
    for (const auto& name : names_of(row.value))
      arrangements.emplace(normalise_name(name), row.value.id.value);
  for (auto& body : tables.accreditation_bodies)
    for (auto& recognition : body.value.recognitions)
      if (const auto known = arrangements.find(normalise_name(recognition.arrangement));
          known != arrangements.end())
        recognition.arrangement = known->second;
}

}  // namespace certreg::service
