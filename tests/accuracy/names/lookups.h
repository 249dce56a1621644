// Entities looked up in a list by a name that is not quite theirs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "accuracy/names/files.h"

namespace certreg::accuracy {

struct Lookup {
  LegalEntity asked;
  std::string shown;     // what was asked
  std::string expected;  // the candidate's name
  Half half = Half::Looked;
};

struct LookupResult {
  Lookup lookup;
  std::string found;  // the first suggestion's name, or empty
  EntityAnswer answer = EntityAnswer::Unclear;
  bool is_right = false;
};

struct LookupTask {
  std::string name;
  std::vector<LegalEntity> candidates;
  std::vector<Lookup> lookups;
};
std::vector<LookupTask> lookup_tasks(const NameFolder& folder);
std::vector<LookupResult> run(const LookupTask& task);

// Two rows of a list of different companies that are said to be one.
struct FalseSame {
  std::string left, right;
};
std::vector<FalseSame> false_sames(std::span<const Company> companies);

}  // namespace certreg::accuracy
