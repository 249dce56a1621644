#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "certreg/domain/names.h"
#include "service/reference_tables.h"

namespace certreg::service {
namespace {

// Remembers what each key means and notes when it would mean a second thing.
class OneMeaning {
 public:
  OneMeaning(const char* what, ReferenceProblems& problems) : what_(what), problems_(problems) {}

  void add(const std::string& key, const std::string& meaning, Place place) {
    if (key.empty()) return;  // noted as missing already
    const auto [known, added] = meanings_.try_emplace(key, meaning);
    if (!added && known->second != meaning)
      problems_.add(place.file, place.line,
                    fmt::format("{} \"{}\" means both {} and {}", what_, key, known->second, meaning));
  }

 private:
  const char* what_;
  ReferenceProblems& problems_;
  std::map<std::string, std::string> meanings_;
};

std::string text_of(const std::string& id) { return id; }
template <class Tag>
std::string text_of(const Id<Tag>& id) {
  return id.value;
}

template <class T>
std::set<std::string> ids_of(const std::vector<Placed<T>>& rows, ReferenceProblems& problems) {
  std::set<std::string> ids;
  for (const auto& [row, place, parts] : rows)
    if (!text_of(row.id).empty() && !ids.insert(text_of(row.id)).second)
      problems.add(place.file, place.line, fmt::format("the id \"{}\" stands twice", text_of(row.id)));
  return ids;
}

void require_known(const std::set<std::string>& ids, const std::vector<RowParts::Named>& named,
                   ReferenceProblems& problems) {
  for (const auto& [what, id, place] : named)
    if (!id.empty() && !ids.contains(id))
      problems.add(place.file, place.line, fmt::format("{} \"{}\" is not known", what, id));
}

// By id, name or alias. Where no arrangements are known at all, any text is taken.
std::set<std::string> arrangement_names(const std::vector<Placed<Arrangement>>& rows,
                                        ReferenceProblems& problems) {
  OneMeaning names("the name", problems);
  std::set<std::string> all;
  for (const auto& [arrangement, place, parts] : rows) {
    for (const auto& name : names_of(arrangement)) {
      names.add(normalise_name(name), arrangement.id.value, place);
      all.insert(normalise_name(name));
    }
  }
  return all;
}

void require_arrangements(const ReferenceTables& tables, ReferenceProblems& problems) {
  const auto known = arrangement_names(tables.arrangements, problems);
  if (known.empty()) return;
  for (const auto& row : tables.accreditation_bodies)
    for (const auto& [what, name, place] : row.parts.arrangements)
      if (!name.empty() && !known.contains(normalise_name(name)))
        problems.add(place.file, place.line, fmt::format("{} \"{}\" is not known", what, name));
}

void require_references(const ReferenceTables& tables, ReferenceProblems& problems) {
  const auto standards = ids_of(tables.standards, problems);
  const auto accreditors = ids_of(tables.accreditation_bodies, problems);
  const auto registers = ids_of(tables.registers, problems);
  const auto providers = ids_of(tables.cloud_providers, problems);
  const auto check = [&](const auto& rows) {
    for (const auto& row : rows) {
      require_known(standards, row.parts.standards, problems);
      require_known(accreditors, row.parts.accreditors, problems);
      require_known(registers, row.parts.registers, problems);
      require_known(providers, row.parts.providers, problems);
    }
  };
  check(tables.standards);
  check(tables.accreditation_bodies);
  check(tables.certification_bodies);
  check(tables.registers);
  check(tables.cloud_regions);
  ids_of(tables.certification_bodies, problems);
  ids_of(tables.arrangements, problems);
  ids_of(tables.legal_forms, problems);
  ids_of(tables.cloud_regions, problems);
  ids_of(tables.scope_words, problems);
}

void check_editions(const Placed<Standard>& standard, ReferenceProblems& problems) {
  std::set<std::string> editions;
  for (const auto& [edition, place, adoptions] : standard.parts.editions)
    if (!editions.insert(edition.id).second)
      problems.add(place.file, place.line, fmt::format("the edition \"{}\" stands twice", edition.id));
  for (const auto& [edition, place, adoptions] : standard.parts.editions) {
    const auto& next = edition.replaced_by;
    if (!next.empty() && (next == edition.id || !editions.contains(next)))
      problems.add(place.file, place.line,
                   fmt::format("replaced_by: \"{}\" is no other edition of the standard", next));
  }
}

void check_spellings(const ReferenceTables& tables, ReferenceProblems& problems) {
  OneMeaning spellings("the spelling", problems), adoptions("the adoption", problems);
  for (const auto& [standard, place, parts] : tables.standards) {
    spellings.add(normalise_name(standard.name), standard.id.value, place);
    for (const auto& spelling : standard.spellings)
      spellings.add(normalise_name(spelling), standard.id.value, place);
    for (const auto& [edition, edition_place, places] : parts.editions)
      for (std::size_t i = 0; i < places.size(); ++i)
        adoptions.add(normalise_name(edition.adoptions[i].printed), standard.id.value + " " + edition.id,
                      places[i]);
  }
}

void check_accreditors(const ReferenceTables& tables, ReferenceProblems& problems) {
  OneMeaning names("the name", problems), former("the former name", problems);
  for (const auto& [body, place, parts] : tables.accreditation_bodies) {
    names.add(normalise_name(body.name), body.id.value, place);
    names.add(normalise_name(body.acronym), body.id.value, place);
    for (const auto& alias : body.aliases) names.add(normalise_name(alias), body.id.value, place);
    for (const auto& mark : body.marks) names.add(normalise_name(mark), body.id.value, place);
    for (const auto& name : body.former_names) former.add(normalise_name(name.name), body.id.value, place);
  }
}

void check_issuers(const ReferenceTables& tables, ReferenceProblems& problems) {
  OneMeaning names("the name", problems), former("the former name", problems);  // a brand may be shared
  for (const auto& [body, place, parts] : tables.certification_bodies) {
    names.add(normalise_name(body.name), body.id.value, place);
    for (const auto& alias : body.aliases) names.add(normalise_name(alias), body.id.value, place);
    for (const auto& name : body.former_names) former.add(normalise_name(name.name), body.id.value, place);
  }
}

void check_legal_forms(const ReferenceTables& tables, ReferenceProblems& problems) {
  OneMeaning spellings("the spelling", problems);
  for (const auto& [form, place, parts] : tables.legal_forms) {
    spellings.add(normalise_name(form.abbreviation), form.id, place);
    for (const auto& spelling : form.spellings) spellings.add(normalise_name(spelling), form.id, place);
  }
}

void check_clouds(const ReferenceTables& tables, ReferenceProblems& problems) {
  OneMeaning names("the name", problems), codes("the code", problems), regions("the region's name", problems);
  for (const auto& [provider, place, parts] : tables.cloud_providers) {
    names.add(normalise_name(provider.name), provider.id, place);
    for (const auto& alias : provider.aliases) names.add(normalise_name(alias), provider.id, place);
  }
  for (const auto& [region, place, parts] : tables.cloud_regions) {
    codes.add(region.provider + ' ' + normalise_name(region.code), region.id, place);
    regions.add(region.provider + ' ' + normalise_name(region.name), region.id, place);
  }
}

}  // namespace

void check_tables(const ReferenceTables& tables, ReferenceProblems& problems) {
  require_references(tables, problems);
  require_arrangements(tables, problems);
  for (const auto& standard : tables.standards) check_editions(standard, problems);
  check_spellings(tables, problems);
  check_accreditors(tables, problems);
  check_issuers(tables, problems);
  check_legal_forms(tables, problems);
  check_clouds(tables, problems);
}

}  // namespace certreg::service
