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
  for (const auto& [row, place] : rows)
    if (!text_of(row.id).empty() && !ids.insert(text_of(row.id)).second)
      problems.add(place.file, place.line, fmt::format("the id \"{}\" stands twice", text_of(row.id)));
  return ids;
}

void require_known(const std::set<std::string>& ids, const std::vector<Placed<std::string>>& named,
                   const char* what, ReferenceProblems& problems) {
  for (const auto& [id, place] : named)
    if (!id.empty() && !ids.contains(id))
      problems.add(place.file, place.line, fmt::format("{} \"{}\" is not known", what, id));
}

bool is_year(const std::string& text) {
  return text.size() == 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void check_editions(const ReferenceTables& tables, ReferenceProblems& problems) {
  std::set<std::string> editions;
  for (const auto& [row, place] : tables.editions) {
    const auto& [standard, edition] = row;
    if (!edition.id.empty() && !is_year(edition.id))
      problems.add(place.file, place.line, "an edition's id is its year in four digits");
    if (!editions.insert(standard.value + " " + edition.id).second)
      problems.add(place.file, place.line, fmt::format("the edition \"{}\" stands twice", edition.id));
  }
}

void check_spellings(const ReferenceTables& tables, ReferenceProblems& problems) {
  OneMeaning spellings("the spelling", problems);
  for (const auto& [standard, place] : tables.standards) {
    spellings.add(normalise_name(standard.name), standard.id.value, place);
    for (const auto& spelling : standard.spellings)
      spellings.add(normalise_name(spelling), standard.id.value, place);
  }
  OneMeaning adoptions("the adoption", problems);
  for (const auto& [adoption, place] : tables.adoptions)
    adoptions.add(normalise_name(adoption.first), adoption.second, place);
}

void check_names(const ReferenceTables& tables, ReferenceProblems& problems) {
  OneMeaning accreditors("the name", problems);
  for (const auto& [body, place] : tables.accreditation_bodies) {
    accreditors.add(normalise_name(body.name), body.id.value, place);
    accreditors.add(normalise_name(body.acronym), body.id.value, place);
    for (const auto& alias : body.aliases) accreditors.add(normalise_name(alias), body.id.value, place);
  }
  OneMeaning issuers("the name", problems);  // a brand may be shared
  for (const auto& [body, place] : tables.certification_bodies) {
    issuers.add(normalise_name(body.name), body.id.value, place);
    for (const auto& alias : body.aliases) issuers.add(normalise_name(alias), body.id.value, place);
  }
}

}  // namespace

void check_tables(const ReferenceTables& tables, ReferenceProblems& problems) {
  require_known(ids_of(tables.standards, problems), tables.named_standards, "the standard", problems);
  require_known(ids_of(tables.accreditation_bodies, problems), tables.named_accreditors,
                "the accreditation body", problems);
  ids_of(tables.certification_bodies, problems);
  ids_of(tables.registers, problems);
  check_editions(tables, problems);
  check_spellings(tables, problems);
  check_names(tables, problems);
}

}  // namespace certreg::service
