// The rows of all reference files as the domain's types, each with its place, and the rules between rows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "service/reference_row.h"

namespace certreg::service {

template <class T>
struct Placed {
  T value;
  Place place;
};

struct ReferenceTables {
  std::vector<Placed<Standard>> standards;
  std::vector<Placed<AccreditationBody>> accreditation_bodies;
  std::vector<Placed<CertificationBody>> certification_bodies;
  std::vector<Placed<Register>> registers;
  std::vector<Placed<std::pair<StandardId, Edition>>> editions;         // the same as in `standards`
  std::vector<Placed<std::pair<std::string, std::string>>> adoptions;   // printed form, "iso-iec-27001 2022"
  std::vector<Placed<std::string>> named_standards, named_accreditors;  // ids that other rows refer to
};

// Adds the lists of one file. What is wrong within a row is noted.
void read_tables(const YAML::Node& root, std::string_view file, ReferenceTables& tables,
                 ReferenceProblems& problems);

// Notes what is wrong between rows: ids that stand twice, names of nothing, names of two things, intervals
// that end before they begin.
void check_tables(const ReferenceTables& tables, ReferenceProblems& problems);

}  // namespace certreg::service
