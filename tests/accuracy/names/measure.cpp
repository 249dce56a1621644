#include <algorithm>

#include "accuracy/names/report.h"

namespace certreg::accuracy {

NameMeasurement measure_names(const NameFolder& folder) {
  NameMeasurement measurement{.pairs = judge_pairs(folder.pairs),
                              .variants = judge_pairs(folder.variants),
                              .companies = folder.companies.size()};
  for (const auto& task : lookup_tasks(folder)) measurement.lookups.push_back({task.name, run(task)});
  measurement.false_sames = false_sames(folder.companies);
  return measurement;
}

std::vector<JudgedPair> of_half(const std::vector<JudgedPair>& pairs, std::optional<Half> half) {
  std::vector<JudgedPair> chosen;
  std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(chosen),
               [&](const JudgedPair& judged) { return !half || judged.pair.half == *half; });
  return chosen;
}

HitCount hits_of(const std::vector<LookupResult>& results, std::optional<Half> half) {
  HitCount hits;
  for (const auto& result : results) {
    if (half && result.lookup.half != *half) continue;
    ++hits.total;
    hits.right += result.is_right ? 1 : 0;
    hits.wrong_same += !result.is_right && result.answer == EntityAnswer::SameEntity ? 1 : 0;
  }
  return hits;
}

}  // namespace certreg::accuracy
