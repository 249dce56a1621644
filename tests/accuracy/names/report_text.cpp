#include <fmt/format.h>

#include "accuracy/names/report.h"

namespace certreg::accuracy {
namespace {

constexpr EntityAnswer kAllAnswers[] = {EntityAnswer::SameEntity, EntityAnswer::SameGroup,
                                        EntityAnswer::DifferentEntity, EntityAnswer::Unclear};

const char* name_of(Half half) { return half == Half::Looked ? "looked at" : "kept"; }

std::string counts(const std::array<std::size_t, kAnswers>& counted) {
  std::string text;
  for (const auto answer : kAllAnswers)
    text += fmt::format("  {} {}", to_string(answer), counted[static_cast<std::size_t>(answer)]);
  return text;
}

std::string figures_text(const std::vector<JudgedPair>& pairs) {
  std::string text;
  for (const auto& [half, name] : kHalves) {
    const auto figures = figures_of(of_half(pairs, half));
    text += fmt::format(
        "  {}: {} same, {} different; area under the curve {:.3f}, precision at recall {} {:.3f}\n"
        "    same:     {}\n    different:{}\n",
        name, figures.same, figures.different, figures.area_under_curve, kRecall, figures.precision_at_recall,
        counts(figures.of_same), counts(figures.of_different));
  }
  return text;
}

// Answers that are wrong before those that are only open.
std::string misses_text(const std::vector<JudgedPair>& pairs) {
  std::string text;
  for (const bool same : {false, true})
    for (const auto answer : kAllAnswers) {
      const bool is_right =
          same ? answer == EntityAnswer::SameEntity
               : answer == EntityAnswer::DifferentEntity || answer == EntityAnswer::SameGroup;
      if (is_right) continue;
      text += fmt::format("  {} answered {}:\n", same ? "same," : "different,", to_string(answer));
      for (const auto& [pair, match] : pairs)
        if (pair.same == same && match.answer == answer)
          text += fmt::format("    [{}] {:.3f} {} | {}\n", name_of(pair.half), match.score, pair.left,
                              pair.right);
    }
  return text;
}

std::string pairs_text(const char* title, const std::vector<JudgedPair>& pairs) {
  if (pairs.empty()) return {};
  return fmt::format("{}\n{}{}\n", title, figures_text(pairs), misses_text(pairs));
}

std::string lookup_text(const NamedLookup& lookup) {
  std::string text = lookup.name + "\n";
  for (const auto& [half, name] : kHalves) {
    const auto hits = hits_of(lookup.results, half);
    const double share =
        hits.total > 0 ? 100 * static_cast<double>(hits.right) / static_cast<double>(hits.total) : 0;
    text += fmt::format("  {}: first suggestion right {} of {} ({:.1f} %); wrong with same_entity {}\n", name,
                        hits.right, hits.total, share, hits.wrong_same);
  }
  for (const auto& result : lookup.results)
    if (!result.is_right)
      text +=
          fmt::format("    [{}] {} | expected: {} | got: {} ({})\n", name_of(result.lookup.half),
                      result.lookup.shown, result.lookup.expected, result.found, to_string(result.answer));
  return text + "\n";
}

}  // namespace

std::string names_text(const NameMeasurement& measurement) {
  std::string text = pairs_text("Pairs of names", measurement.pairs);
  text += pairs_text("Variants seen on certificates", measurement.variants);
  for (const auto& lookup : measurement.lookups) text += lookup_text(lookup);
  text += fmt::format("Rows of {} companies that are said to be one: {}\n", measurement.companies,
                      measurement.false_sames.size());
  for (const auto& [left, right] : measurement.false_sames) text += fmt::format("    {} | {}\n", left, right);
  return text;
}

}  // namespace certreg::accuracy
