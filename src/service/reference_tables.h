// The rows of all reference files as the domain's types, each with its place, and the rules between rows.
#pragma once

#include <string>
#include <vector>

#include "service/reference_row.h"

namespace certreg::service {

// What stands within a row and is judged beside other rows, each thing with its own place.
struct RowParts {
  struct Named {
    std::string what;  // "the standard"
    std::string id;
    Place place;
  };
  struct PlacedEdition {
    Edition edition;
    Place place;
    std::vector<Place> adoptions;  // of the edition's, in their order
  };
  std::vector<Named> standards, accreditors, arrangements, registers, providers;  // that the row refers to
  std::vector<PlacedEdition> editions;
};

template <class T>
struct Placed {
  T value;
  Place place;
  RowParts parts;
};

struct ReferenceTables {
  std::vector<Placed<Standard>> standards;
  std::vector<Placed<AccreditationBody>> accreditation_bodies;
  std::vector<Placed<CertificationBody>> certification_bodies;
  std::vector<Placed<Register>> registers;
  std::vector<Placed<Arrangement>> arrangements;
  std::vector<Placed<LegalForm>> legal_forms;
  std::vector<Placed<CloudProvider>> cloud_providers;
  std::vector<Placed<CloudRegion>> cloud_regions;
  std::vector<Placed<ScopeWords>> scope_words;
};

// Adds the lists of one file. What is wrong within a row is noted.
void read_tables(const YAML::Node& root, std::string_view file, ReferenceTables& tables,
                 ReferenceProblems& problems);

// What a recognition may call an arrangement: its id, its name, its aliases.
std::vector<std::string> names_of(const Arrangement& arrangement);

// Notes what is wrong between rows: ids that stand twice, names of nothing, names of two things.
void check_tables(const ReferenceTables& tables, ReferenceProblems& problems);

}  // namespace certreg::service
