#include <algorithm>

#include "accuracy/measure/report.h"

namespace certreg::accuracy {
namespace {

using nlohmann::ordered_json;

ordered_json as_json(const Share& share) {
  if (share.total == 0) return nullptr;
  return {{"value", share.value},
          {"low", share.low},
          {"high", share.high},
          {"right", share.right},
          {"total", share.total}};
}

ordered_json as_json(const Tally& tally) {
  return {{"stated", tally.stated()},
          {"right", tally.of(Outcome::Right)},
          {"wrong", tally.of(Outcome::Wrong)},
          {"invented", tally.of(Outcome::Invented)},
          {"missed", tally.of(Outcome::Missed)},
          {"left_open", tally.of(Outcome::Open)},
          {"brand", tally.of(Outcome::Brand)},
          {"not_stated", tally.of(Outcome::NotStated)},
          {"precision", as_json(tally.precision())},
          {"recall", as_json(tally.recall())}};
}

ordered_json calibration_of(const Measurement& measurement, const Group& group) {
  auto bins = ordered_json::array();
  for (const Bin& bin : calibration(measurement, group.chooses))
    if (bin.right.total > 0)
      bins.push_back({{"from", bin.from}, {"until", bin.until}, {"right", as_json(bin.right)}});
  return bins;
}

ordered_json group_of(const Measurement& measurement, const Group& group) {
  ordered_json fields;
  for (const auto field : main_fields())
    fields[std::string(field)] = as_json(tally_of(measurement, group.chooses, field));
  for (const auto field : further_fields())
    if (const auto tally = tally_of(measurement, group.chooses, field); !tally.empty())
      fields[std::string(field)] = as_json(tally);
  const auto scope = tally_of(measurement, group.chooses, "scope");
  return {{"name", group.name},
          {"rows", std::ranges::count_if(measurement.results, group.chooses)},
          {"overall", as_json(tally_of_main(measurement, group.chooses))},
          {"fields", std::move(fields)},
          {"scope_exact", as_json(scope.recall())},
          {"scope_folded", as_json(scope.folded_recall())},
          {"calibration", calibration_of(measurement, group)}};
}

ordered_json aspect_of(const Measurement& measurement, Aspect aspect) {
  auto all = ordered_json::array();
  for (const Group& group : groups_by(measurement, aspect))
    all.push_back({{"name", group.name}, {"overall", as_json(tally_of_main(measurement, group.chooses))}});
  return all;
}

ordered_json impostors_of(const Measurement& measurement) {
  auto all = ordered_json::array();
  for (const auto& impostor : measurement.impostors)
    all.push_back({{"file", impostor.file},
                   {"taken_for_one", impostor.taken_for_one()},
                   {"certificates", impostor.certificates},
                   {"claims", impostor.claims},
                   {"of_other_standards", impostor.of_others},
                   {"why", impostor.why},
                   {"failure", impostor.failure}});
  return all;
}

ordered_json judged_of(const Result& result, const Judged& judged) {
  return {{"file", result.file},
          {"line", result.line},
          {"group", to_string(result.group)},
          {"field", judged.field},
          {"outcome", to_string(judged.outcome)},
          {"expected", judged.expected},
          {"got", judged.got},
          {"quote", judged.quote},
          {"confidence", judged.confidence},
          {"note", judged.note}};
}

ordered_json misses_of(const Measurement& measurement) {
  auto all = ordered_json::array();
  for (const Result& result : measurement.results)
    for (const Judged& judged : result.fields)
      if (judged.outcome != Outcome::Right && judged.outcome != Outcome::NotStated)
        all.push_back(judged_of(result, judged));
  return all;
}

ordered_json failures_of(const Measurement& measurement) {
  auto all = ordered_json::array();
  for (const Result& result : measurement.results)
    if (!result.failure.empty()) all.push_back({{"file", result.file}, {"why", result.failure}});
  return all;
}

}  // namespace

ordered_json report_json(const Measurement& measurement) {
  ordered_json groups = ordered_json::array(), asides = ordered_json::array();
  for (const Group& group : groups_of(measurement)) groups.push_back(group_of(measurement, group));
  for (const auto& [file, what] : measurement.asides) asides.push_back({{"file", file}, {"what", what}});
  return {{"documents", measurement.documents},
          {"not_read", measurement.failed},
          {"failures", failures_of(measurement)},
          {"warnings", measurement.warnings},
          {"groups", std::move(groups)},
          {"not_certificates", impostors_of(measurement)},
          {"by_certification_body", aspect_of(measurement, Aspect::Body)},
          {"by_language", aspect_of(measurement, Aspect::Language)},
          {"by_kind_of_text", aspect_of(measurement, Aspect::TextKind)},
          {"misses", misses_of(measurement)},
          {"asides", std::move(asides)},
          {"compared", normalisation_rules()}};
}

}  // namespace certreg::accuracy
