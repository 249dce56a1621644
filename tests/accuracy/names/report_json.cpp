#include "accuracy/names/report.h"

namespace certreg::accuracy {
namespace {

using nlohmann::ordered_json;

ordered_json answers_json(const std::array<std::size_t, kAnswers>& counted) {
  ordered_json answers;
  for (std::size_t answer = 0; answer < kAnswers; ++answer)
    answers[std::string(to_string(static_cast<EntityAnswer>(answer)))] = counted[answer];
  return answers;
}

ordered_json pairs_json(const std::vector<JudgedPair>& pairs) {
  ordered_json halves;
  for (const auto& [half, name] : kHalves) {
    const auto figures = figures_of(of_half(pairs, half));
    halves[name] = {{"same", figures.same},
                    {"different", figures.different},
                    {"area_under_curve", figures.area_under_curve},
                    {"precision_at_recall_0.9", figures.precision_at_recall},
                    {"answers_of_same", answers_json(figures.of_same)},
                    {"answers_of_different", answers_json(figures.of_different)}};
  }
  return halves;
}

ordered_json lookup_json(const NamedLookup& lookup) {
  ordered_json halves{{"name", lookup.name}};
  for (const auto& [half, name] : kHalves) {
    const auto hits = hits_of(lookup.results, half);
    halves[name] = {{"right", hits.right}, {"total", hits.total}, {"wrong_same_entity", hits.wrong_same}};
  }
  return halves;
}

}  // namespace

ordered_json names_json(const NameMeasurement& measurement) {
  ordered_json report{{"pairs", pairs_json(measurement.pairs)},
                      {"variants", pairs_json(measurement.variants)}};
  report["lookups"] = ordered_json::array();
  for (const auto& lookup : measurement.lookups) report["lookups"].push_back(lookup_json(lookup));
  report["companies"] = {{"rows", measurement.companies}, {"said_to_be_one", ordered_json::array()}};
  for (const auto& [left, right] : measurement.false_sames)
    report["companies"]["said_to_be_one"].push_back({left, right});
  return report;
}

}  // namespace certreg::accuracy
