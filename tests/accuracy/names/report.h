// How well names of companies are told apart, in words and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "accuracy/names/lookups.h"
#include "accuracy/names/pairs.h"

namespace certreg::accuracy {

struct NamedLookup {
  std::string name;
  std::vector<LookupResult> results;
};

struct NameMeasurement {
  std::vector<JudgedPair> pairs, variants;
  std::vector<NamedLookup> lookups;
  std::size_t companies = 0;
  std::vector<FalseSame> false_sames;
};
NameMeasurement measure_names(const NameFolder& folder);

std::string names_text(const NameMeasurement& measurement);  // with every miss
nlohmann::ordered_json names_json(const NameMeasurement& measurement);

// Those of one half, or all.
std::vector<JudgedPair> of_half(const std::vector<JudgedPair>& pairs, std::optional<Half> half);
struct HitCount {
  std::size_t right = 0, total = 0, wrong_same = 0;  // wrong ones of which same_entity was said
};
HitCount hits_of(const std::vector<LookupResult>& results, std::optional<Half> half);

struct HalfName {
  std::optional<Half> half;
  const char* name;
};
inline constexpr HalfName kHalves[] = {
    {std::nullopt, "all"}, {Half::Looked, "looked at"}, {Half::Kept, "kept"}};

}  // namespace certreg::accuracy
